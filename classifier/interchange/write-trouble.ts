import { type Sentence, type Trouble, trouble } from '#classifier/core/trouble.ts';

const REASONS: Readonly<Record<string, Sentence>> = {
  ENOENT: { zh: '所在的文件夹不存在', en: 'its folder does not exist' },
  ENOTDIR: { zh: '所在的文件夹不存在', en: 'its folder does not exist' },
  EACCES: { zh: '没有写入权限', en: 'it may not be written' },
  EPERM: {
    zh: '没有写入权限，或者它正被另一个程序打开',
    en: 'it may not be written, or another program has it open',
  },
  EBUSY: { zh: '它正被另一个程序打开', en: 'another program has it open' },
  EROFS: { zh: '所在的磁盘只读', en: 'its disk is read-only' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EISDIR: { zh: '那是一个文件夹', en: 'it is a folder' },
};

/** What it means for the editor that the file system did not take a file. */
export function writeTrouble(error: unknown, file: string): Trouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code] ?? {
    zh: `系统报告 ${code || '未知错误'}`,
    en: `the system reports ${code || 'an error'}`,
  };
  return trouble(
    'file-unwritable',
    `写不了这个文件：${reason.zh}。请换一个位置。`,
    `This file cannot be written: ${reason.en}. Choose another place.`,
    { file },
  );
}
