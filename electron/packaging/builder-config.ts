import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import type { ElectronRuntime } from '../../scripts/electron-runtime.mjs';
import { engineFiles } from './engine-files.ts';
import { EXECUTABLE, PRODUCT, workFolder } from './places.ts';

/** What the editor sees. */
const SHOWN_NAME = '鉴闻 Jianwen';

/** electron-builder's configuration, with the runtime that is on this machine: nothing is fetched. */
export function builderConfig(root: string, runtime: ElectronRuntime): Configuration {
  return {
    appId: 'org.jianwen.desk',
    productName: PRODUCT,
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
      executableName: EXECUTABLE,
      category: 'Office',
      desktop: { entry: { Name: SHOWN_NAME } },
    },
    mac: {
      target: 'dir',
      category: 'public.app-category.news',
      identity: null,
      extendInfo: { CFBundleDisplayName: SHOWN_NAME },
    },
    win: {
      target: 'dir',
      executableName: EXECUTABLE,
      // Made of the pictures beside it: to convert one of them, electron-builder would fetch a tool.
      icon: join(root, 'electron/packaging/icon/jianwen.ico'),
      signExecutable: false,
    },
  };
}
