import { statSync } from 'node:fs';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';

/** Tells a database's files apart from others under the same names; empty parts for files that are missing. */
export function fileIdentity(file: string): string {
  return [file, `${file}-wal`]
    .map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
    .map((found) => (found === undefined ? '' : `${found.dev}:${found.ino}`))
    .join(' ');
}

/** The open database was deleted, moved or replaced by another: what is written now would reach nobody. */
export function replacedTrouble(file: string): Trouble {
  return trouble(
    'store-replaced',
    '工作区的数据库在使用中被删除、移走或换成了别的文件，因此没有再写入任何内容。此前保存的内容已另存为备份，可在下面恢复。',
    'The workspace’s database was deleted, moved or replaced while it was in use, so nothing more was written. What was saved before is kept as a backup that you can restore below.',
    { file },
  );
}
