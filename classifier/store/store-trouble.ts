import { type Trouble, trouble } from '#classifier/core/trouble.ts';

/** Turns what SQLite or the file system threw into a sentence for the editor. */
export function storeTrouble(error: unknown, file: string): Trouble {
  const code = errorCode(error);
  const place = { file };
  if (/^(SQLITE_CORRUPT|SQLITE_NOTADB)/.test(code)) {
    return trouble(
      'store-damaged',
      '工作区的数据库已损坏，没有改动任何内容。请从备份恢复该文件，或换一个数据文件夹再打开。',
      'The workspace’s database is damaged; nothing was changed. Restore the file from a backup, or open another data folder.',
      place,
    );
  }
  if (/^(SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/.test(code)) {
    return trouble(
      'store-unwritable',
      '数据文件夹无法写入，标注无法保存。请检查权限，或用 --data 指定另一个文件夹。',
      'The data folder cannot be written, so labels cannot be saved. Check its permissions or choose another with --data.',
      place,
    );
  }
  if (/^(SQLITE_FULL|SQLITE_IOERR_WRITE|SQLITE_IOERR_FSYNC|SQLITE_IOERR_SHM|ENOSPC|EDQUOT)/.test(code)) {
    return trouble(
      'store-full',
      '磁盘已满，这一步没有保存；此前保存的都在。请腾出空间，再做一次。',
      'The disk is full and this step was not saved; everything saved before is there. Make room and do it again.',
      place,
    );
  }
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) {
    return trouble(
      'store-busy',
      '另一个鉴闻正在使用这个工作区。请关闭它后再试。',
      'Another Jianwen is using this workspace. Close it and try again.',
      place,
    );
  }
  const reason = error instanceof Error ? error.message : String(error);
  return trouble(
    'store-failed',
    `数据库操作失败，这一步没有保存：${reason}`,
    `The database failed and this step was not saved: ${reason}`,
    place,
  );
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
