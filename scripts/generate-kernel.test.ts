import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compileKernel, kernelModule } from './generate-kernel.ts';

it('would write the kernel that is there', async () => {
  const present = readFileSync(new URL('../classifier/core/kernel/kernel-code.ts', import.meta.url), 'utf8');
  expect(kernelModule(await compileKernel())).toBe(present);
}, 60_000);
