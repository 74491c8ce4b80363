import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { Bridge } from '#contract/bridge.ts';
import { isPageRequest, isWindowEvent } from '#contract/names.ts';

const language = process.argv.includes('--jianwen-language=en') ? 'en' : 'zh';

const bridge: Bridge = {
  language,
  platform: process.platform,

  request(channel, args) {
    if (!isPageRequest(channel)) return Promise.resolve(failed(unknownName()));
    return ipcRenderer.invoke(channel, args);
  },

  open(file) {
    const path = pathOf(file);
    if (path === '') return Promise.resolve(failed(noFile()));
    return ipcRenderer.invoke('import.offer', { path }) as Promise<Result<never>>;
  },

  on(event, listener) {
    if (!isWindowEvent(event)) return () => undefined;
    const forward = (_event: unknown, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(event, forward);
    return () => {
      ipcRenderer.off(event, forward);
    };
  },
};

contextBridge.exposeInMainWorld('jianwen', bridge);

function pathOf(file: File): string {
  try {
    return webUtils.getPathForFile(file);
  } catch {
    return '';
  }
}

function unknownName(): Trouble {
  return trouble(
    'request-invalid',
    '没有这个请求，没有执行。',
    'There is no such request. Nothing was done.',
  );
}

function noFile(): Trouble {
  return trouble(
    'file-unreadable',
    '拖进来的不是磁盘上的文件。请先把它存成文本文件，或复制文字后粘贴。',
    'What was dropped is not a file on disk. Save it as a text file first, or copy its text and paste it.',
  );
}
