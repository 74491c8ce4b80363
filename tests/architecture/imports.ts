import { posix } from 'node:path';
import { parseSync, Visitor } from 'vite';
import type { SourceFile } from './source-files.ts';

/** One import, re-export, dynamic import or import type. */
export interface Import {
  /** As written, e.g. `#classifier/core/span.ts` or `node:fs`. */
  readonly name: string;
  /** True when only types are imported: nothing of it runs. */
  readonly typesOnly: boolean;
}

/** Parses a file and lists everything that it imports. A dynamic import must name its module literally. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const found: Import[] = [];
  const add = (source: unknown, typesOnly: boolean) => {
    const name = literal(source);
    found.push({ name: name ?? '(computed)', typesOnly });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === 'type'),
    ExportNamedDeclaration: (node) => node.source && add(node.source, node.exportKind === 'type'),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === 'type'),
    ImportExpression: (node) => add(node.source, false),
    TSImportType: (node) => add(node.source, true),
    CallExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') add(node.arguments[0], false);
    },
  }).visit(program);
  return found;
}

/** True when a file exports a default, in any spelling. */
export function hasDefaultExport({ path, text }: SourceFile): boolean {
  const { module } = parseSync(path, text);
  return module.staticExports.some(({ entries }) =>
    entries.some(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default'),
  );
}

/** The project's own file that an import means, as a path from the root; null for packages and Node's modules. */
export function ownFile(importer: string, name: string): string | null {
  if (name.startsWith('#classifier/')) return name.slice(1);
  if (name.startsWith('#contract/')) return name.replace('#contract', 'electron/contract');
  return name.startsWith('.') ? posix.join(posix.dirname(importer), name) : null;
}

/** `@scope/name` or `name` of `@scope/name/deep/path`. */
export function packageName(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}

function literal(node: unknown): string | null {
  if (typeof node !== 'object' || node === null || !('value' in node)) return null;
  return typeof node.value === 'string' ? node.value : null;
}
