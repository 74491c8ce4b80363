import { type Import, importsOf, ownFile, packageName } from './imports.ts';
import type { SourceFile } from './source-files.ts';

/** What the files of one folder may import besides each other. */
interface Layer {
  readonly parts: readonly string[];
  /** Folders of which only types may be imported, and of WORDS also values. */
  readonly typesOf?: readonly string[];
  readonly packages: readonly string[];
  /** Whether `node:` modules may be used. */
  readonly node: boolean;
}

const CORE = 'classifier/core';
/** The words that all processes share: labels, results, troubles. Nothing in them scores or reads. */
const WORDS = ['axis', 'disposition', 'result', 'trouble'].map((name) => `${CORE}/${name}.ts`);
const CONTRACT = 'electron/contract';
const BELOW_STORE = [CORE, 'classifier/text', 'classifier/rules'];
const BELOW_DESK = [...BELOW_STORE, 'classifier/store', 'classifier/evaluate', 'classifier/interchange'];

/** The architecture, one row a folder. Whoever changes a row changes docs/architecture.md with it. */
export const LAYERS: Readonly<Record<string, Layer>> = {
  'classifier/core': { parts: [], packages: [], node: false },
  'classifier/text': { parts: [CORE], packages: ['nodejieba', 'natural'], node: true },
  'classifier/rules': { parts: [CORE], packages: ['yaml', 'zod', 're2js'], node: true },
  'classifier/store': { parts: BELOW_STORE, packages: ['better-sqlite3', 'zod'], node: true },
  'classifier/evaluate': { parts: BELOW_STORE, packages: [], node: true },
  'classifier/interchange': {
    parts: BELOW_STORE,
    packages: [
      'csv-parse',
      'csv-stringify',
      'feedsmith',
      'fflate',
      'hyparquet-writer',
      'mammoth',
      'parse5',
      'read-excel-file',
      'write-excel-file',
      'zod',
    ],
    node: true,
  },
  'classifier/network': { parts: [CORE], packages: ['ipaddr.js'], node: true },
  'classifier/desk': {
    parts: [...BELOW_DESK, 'classifier/network'],
    packages: ['chokidar', 'env-paths', 'zod'],
    node: true,
  },
  'classifier/cli': {
    parts: [...BELOW_DESK, 'classifier/network', 'classifier/desk'],
    packages: ['commander', 'csv-stringify', 'string-width'],
    node: true,
  },
  'classifier/api': {
    parts: [...BELOW_DESK, 'classifier/desk'],
    packages: [],
    node: true,
  },
  'electron/contract': { parts: [], typesOf: [CORE], packages: ['zod'], node: false },
  'electron/engine': { parts: [...BELOW_DESK, 'classifier/desk', CONTRACT], packages: ['zod'], node: true },
  'electron/main': {
    parts: [CONTRACT],
    typesOf: [CORE],
    packages: ['electron', 'env-paths', 'i18next'],
    node: true,
  },
  'electron/preload': { parts: [CONTRACT], typesOf: [CORE], packages: ['electron'], node: false },
  'electron/packaging': {
    parts: ['scripts'],
    packages: ['electron-builder', 'electron-installer-debian', '@electron/fuses'],
    node: true,
  },
  renderer: {
    parts: [CONTRACT],
    typesOf: [CORE],
    packages: [
      'react',
      'react-dom',
      'react-i18next',
      'react-markdown',
      'remark-gfm',
      'i18next',
      'react-aria-components',
      '@internationalized/date',
      ...['axis', 'grid', 'group', 'responsive', 'scale', 'shape'].map((part) => `@visx/${part}`),
    ],
    node: false,
  },
};

/** Everything in a file that the table does not allow, each as a sentence. */
export function violations(file: SourceFile): readonly string[] {
  const part = partOf(file.path);
  const layer = part === null ? undefined : LAYERS[part];
  if (part === null || layer === undefined) return [`${file.path} belongs to no part of the architecture`];
  return importsOf(file).flatMap((imported) => {
    const complaint = complaintAbout(imported, file.path, part, layer);
    return complaint === null ? [] : [`${file.path} imports ${imported.name}: ${complaint}`];
  });
}

function complaintAbout(
  { name, typesOnly }: Import,
  path: string,
  part: string,
  layer: Layer,
): string | null {
  if (name.startsWith('node:')) return layer.node ? null : `${part} uses no Node module`;
  const own = ownFile(path, name);
  if (own === null) return packageComplaint(name, part, layer);
  const other = partOf(own);
  if (other === part) return null;
  if (name.startsWith('.') && other !== 'scripts') return 'another part is imported by its # name';
  if (other !== null && layer.parts.includes(other)) return null;
  if (other !== null && layer.typesOf?.includes(other))
    return typesOnly || WORDS.includes(own) ? null : `${part} sees only types of ${other}`;
  return `${part} may not see ${other ?? own}`;
}

function packageComplaint(name: string, part: string, layer: Layer): string | null {
  if (name === 'natural') return 'its entry point prints to standard output; import a deep path';
  return layer.packages.includes(packageName(name)) ? null : `${part} may not use this package`;
}

function partOf(path: string): string | null {
  if (path.startsWith('scripts/')) return 'scripts';
  return Object.keys(LAYERS).find((folder) => path.startsWith(`${folder}/`)) ?? null;
}
