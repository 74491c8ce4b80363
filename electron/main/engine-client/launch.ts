import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ENGINE_FLAGS, ENGINE_MEMORY } from '#contract/engine-start.ts';

/** Where the engine, the Node that runs it and its resources lie. */
export interface EngineFiles {
  readonly engine: string;
  readonly node: string;
  readonly resources: string;
}

/**
 * The engine's files: beside the packaged app, else in the development tree.
 * @param packagedFolder the app's resources folder
 * @param bundleFolder the folder of the running bundle, dist/app
 */
export function findEngineFiles(packagedFolder: string, bundleFolder: string): EngineFiles {
  const nodeName = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = join(packagedFolder, 'engine');
  if (existsSync(join(packaged, 'engine.mjs'))) {
    return {
      engine: join(packaged, 'engine.mjs'),
      node: join(packaged, nodeName),
      resources: join(packaged, 'resources'),
    };
  }
  const built = join(bundleFolder, '..', 'node');
  return {
    engine: join(built, 'engine.mjs'),
    node: join(bundleFolder, '..', '..', 'node_modules', 'node', 'bin', nodeName),
    resources: join(built, 'resources'),
  };
}

/**
 * Starts the engine as a process of its own, under the Node that it was built and tested with.
 * @param first the list that the window will ask for first
 * @param onLine is told each line that it writes to standard error, which also goes on to that of main.
 */
export function launchEngine(
  files: EngineFiles,
  dataFolder: string | null,
  first: number | 'all' | 'newest',
  onLine: (line: string) => void,
): ChildProcess {
  const data = dataFolder === null ? [] : ['--data', dataFolder];
  const engine = fork(files.engine, [...data, '--resources', files.resources, '--first', String(first)], {
    execPath: files.node,
    execArgv: [...ENGINE_FLAGS],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: plainEnvironment(process.env),
    windowsHide: true,
  });
  if (engine.stderr !== null) {
    engine.stderr.pipe(process.stderr, { end: false });
    createInterface({ input: engine.stderr }).on('line', onLine);
  }
  return engine;
}

/** Without what would change how Node starts, and with what keeps its memory small. */
function plainEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_OPTIONS, ELECTRON_RUN_AS_NODE, ...rest } = env;
  return { ...rest, ...ENGINE_MEMORY };
}
