import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type InlineConfig, normalizePath } from 'vite';

/** Their native files are loaded from node_modules, in the project and beside the packaged engine. */
export const NATIVE_PACKAGES = ['better-sqlite3', 'nodejieba'] as const;

/** One program of the product and how Vite builds it. */
export interface Target {
  readonly name: string;
  /** Relative to the root; all must exist. */
  readonly entries: readonly string[];
  readonly config: InlineConfig;
}

/** Everything that is built, from the project's root into `<root>/dist`. */
export function targets(root: string): readonly Target[] {
  return [engineAndCommand(root), mainProcess(root), preload(root), page(root)];
}

function engineAndCommand(root: string): Target {
  const input = {
    engine: 'electron/engine/index.ts',
    'list-thread': 'electron/engine/lists/thread.ts',
    'look-thread': 'electron/engine/subscriptions/thread.ts',
    'backup-thread': 'electron/engine/backups/thread.ts',
    'checkpoint-thread': 'electron/engine/checkpoints/thread.ts',
    'version-thread': 'electron/engine/versions/thread.ts',
    'import-thread': 'electron/engine/imports/thread.ts',
    cli: 'classifier/cli/main.ts',
    api: 'classifier/api/index.ts',
    'score-worker': 'classifier/cli/score-worker.ts',
    'train-worker': 'classifier/cli/train-worker.ts',
  };
  const options = { input, outDir: 'dist/node', target: 'node24', external: NATIVE_PACKAGES };
  const config = program(root, { ...options, groups: [startOfScore(root)] });
  return { name: 'engine and command', entries: Object.values(input), config };
}

/**
 * What `jianwen score` and its threads always load of the classifier goes into one file: finding and reading twenty
 * takes a sixth of the start on one headline.
 */
function startOfScore(root: string): ChunkGroup {
  const entries = ['main.ts', 'commands/score.ts', 'score-worker.ts'].map((file) =>
    moduleId(root, 'classifier/cli', file),
  );
  const files = ['core', 'desk', 'interchange', 'rules', 'store', 'text'].map((folder) =>
    moduleId(root, 'classifier', folder),
  );
  let loaded: ReadonlySet<string> | null = null;
  return {
    name(module, context) {
      loaded ??= importedBy(entries, (file) => context.getModuleInfo(file)?.importedIds ?? []);
      return loaded.has(module) && files.some((folder) => module.startsWith(folder)) ? 'classifier' : null;
    },
  };
}

/** As Vite names modules: with slashes on Windows, too. */
function moduleId(...parts: readonly string[]): string {
  return normalizePath(join(...parts));
}

/** Files with everything that they import when they are loaded. */
function importedBy(
  entries: readonly string[],
  importsOf: (file: string) => readonly string[],
): ReadonlySet<string> {
  const files = new Set(entries);
  for (const file of files) for (const imported of importsOf(file)) files.add(imported);
  return files;
}

/** Runs in Electron's Node, which may be Node 20. */
function mainProcess(root: string): Target {
  const input = { main: 'electron/main/index.ts' };
  const config = program(root, { input, outDir: 'dist/app', target: 'node20', external: ['electron'] });
  return { name: 'main process', entries: Object.values(input), config };
}

/** A sandboxed preload script must be one CommonJS file. */
function preload(root: string): Target {
  const input = { preload: 'electron/preload/index.ts' };
  const options = { input, outDir: 'dist/app', target: 'chrome130', external: ['electron'], commonjs: true };
  return { name: 'preload', entries: Object.values(input), config: program(root, options) };
}

function page(root: string): Target {
  const config: InlineConfig = {
    ...common(join(root, 'renderer')),
    base: './',
    plugins: [react()],
    build: { outDir: join(root, 'dist/app/renderer'), target: 'chrome130', emptyOutDir: false },
  };
  return { name: 'window', entries: ['renderer/index.html'], config };
}

interface ProgramOptions {
  readonly input: Readonly<Record<string, string>>;
  readonly outDir: string;
  readonly target: string;
  readonly external: readonly string[];
  readonly commonjs?: boolean;
  /** Modules that go into one file together. */
  readonly groups?: readonly ChunkGroup[];
}

/** Tells the name of the file that a module goes into; null leaves it to the bundler. */
interface ChunkGroup {
  readonly name: (
    module: string,
    context: { getModuleInfo(module: string): { readonly importedIds: readonly string[] } | null },
  ) => string | null;
}

/** A program for Node or Electron with all its packages inside but `external`. */
function program(
  root: string,
  { input, outDir, target, external, commonjs = false, groups = [] }: ProgramOptions,
): InlineConfig {
  const extension = commonjs ? 'cjs' : 'mjs';
  return {
    ...common(root),
    ssr: { target: 'node', noExternal: true, external: [...external] },
    build: {
      ssr: true,
      target,
      outDir: join(root, outDir),
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: { ...input },
        external: [...external],
        output: {
          format: commonjs ? 'cjs' : 'es',
          entryFileNames: `[name].${extension}`,
          chunkFileNames: `[name]-[hash].${extension}`,
          ...(groups.length === 0 ? {} : { codeSplitting: { groups: [...groups] } }),
        },
      },
    },
  };
}

function common(root: string): InlineConfig {
  return { root, configFile: false, publicDir: false, logLevel: 'warn', mode: 'production' };
}
