import { readFileSync, writeFileSync } from 'node:fs';
import { main } from 'assemblyscript/asc';

/**
 * Writes classifier/core/kernel/kernel-code.ts from the AssemblyScript beside it. Run: node scripts/generate-kernel.ts
 */
const FOLDER = new URL('../classifier/core/kernel/', import.meta.url);
const LINE = 120;

/** Compiles the kernel. @throws Error with what the compiler says where it refuses. */
export async function compileKernel(): Promise<Uint8Array> {
  let code: Uint8Array | null = null;
  const { error, stderr } = await main(
    [
      'kernel.ts',
      '--outFile',
      'kernel.wasm',
      '-O3',
      '--runtime',
      'stub',
      '--importMemory',
      '--enable',
      'simd',
    ],
    {
      // The compiler knows one ending only; these are no TypeScript, and not for its tools.
      readFile: (name) => read(new URL(name.replace(/\.ts$/, '.as'), FOLDER)),
      writeFile: (_, contents) => {
        code = contents as Uint8Array;
      },
    },
  );
  if (error !== null || code === null) throw new Error(`${stderr}`);
  return code;
}

/** The module that carries the compiled kernel. */
export function kernelModule(code: Uint8Array): string {
  const text = Buffer.from(code).toString('base64');
  const lines: string[] = [];
  for (let at = 0; at < text.length; at += LINE) lines.push(`  '${text.slice(at, at + LINE)}',`);
  return `/** The compiled kernel in base64; made by scripts/generate-kernel.ts from the AssemblyScript beside this file. */
export const KERNEL_CODE: string = [
${lines.join('\n')}
].join('');
`;
}

function read(file: URL): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

if (import.meta.main) writeFileSync(new URL('kernel-code.ts', FOLDER), kernelModule(await compileKernel()));
