import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import type { ElectronRuntime } from '../../scripts/electron-runtime.mjs';
import { engineFiles } from './engine-files.ts';
import { EXECUTABLE, workFolder } from './places.ts';

/** Names that become file names stay ASCII; the editor sees the Chinese one. */
const FILE_NAME = 'Jianwen';
const SHOWN_NAME = '鉴闻 Jianwen';

/** electron-builder's configuration, with the runtime that is on this machine: nothing is fetched. */
export function builderConfig(root: string, runtime: ElectronRuntime): Configuration {
  return {
    appId: 'org.jianwen.desk',
    productName: FILE_NAME,
    executableName: EXECUTABLE,
    directories: { output: workFolder(root) },
    icon: join(root, 'electron/packaging/icon/512.png'),
    files: ['**/*'],
    extraResources: [...engineFiles(root)],
    asar: true,
    npmRebuild: false,
    nodeGypRebuild: false,
    electronDist: runtime.folder,
    electronVersion: runtime.version,
    electronLanguages: ['zh-CN', 'zh-TW', 'en-US', 'zh_CN', 'zh_TW', 'en'],
    publish: null,
    linux: {
      target: 'dir',
      category: 'Office',
      desktop: { entry: { Name: SHOWN_NAME } },
    },
    mac: {
      target: 'dir',
      category: 'public.app-category.news',
      identity: null,
      extendInfo: { CFBundleDisplayName: SHOWN_NAME },
    },
    win: { target: 'dir', signAndEditExecutable: false },
  };
}
