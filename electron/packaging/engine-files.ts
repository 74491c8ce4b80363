import { join } from 'node:path';
import { pinnedNode } from '../../scripts/setup/pinned-node.mjs';

/** A file or folder that is copied as it is. */
interface Copied {
  readonly from: string;
  readonly to: string;
  readonly filter?: string[];
}

const DICTIONARIES = ['jieba.dict', 'hmm_model', 'user.dict', 'idf', 'stop_words'] as const;

/**
 * What stands in `resources/engine`: the built engine and command, the pinned Node that runs them, and of each native
 * package what it loads when it runs (see its index.js).
 */
export function engineFiles(root: string): readonly Copied[] {
  const { platform, arch } = process;
  return [
    { from: join(root, 'dist/node'), to: 'engine' },
    { from: pinnedNode(root), to: `engine/${nodeName()}` },
    launcher(root),
    nativePackage(root, 'better-sqlite3', ['lib/**', `prebuilds/${platform}*-${arch}.node`]),
    nativePackage(root, 'nodejieba', [
      'index.js',
      'build/Release/nodejieba.node',
      ...DICTIONARIES.map((name) => `submodules/cppjieba/dict/${name}.utf8`),
    ]),
  ];
}

export function nodeName(): string {
  return process.platform === 'win32' ? 'node.exe' : 'node';
}

/** The `jianwen` of a terminal, beside the engine's files. */
function launcher(root: string): Copied {
  const name = process.platform === 'win32' ? 'jianwen.cmd' : 'jianwen';
  return { from: join(root, 'electron/packaging/launcher', name), to: `engine/${name}` };
}

function nativePackage(root: string, name: string, files: readonly string[]): Copied {
  return {
    from: join(root, 'node_modules', name),
    to: `engine/node_modules/${name}`,
    filter: ['package.json', 'LICENSE', ...files],
  };
}
