import { statfsSync } from 'node:fs';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';

/** Types of file systems that stand on another machine, by Linux's `statfs` (man 2 statfs). */
const REMOTE = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x65735546, 0x01021997, 0x73757245, 0x5346414f,
]);

/** Warns of a workspace on a network drive, where SQLite's locks cannot be relied on; null where it is on this machine. */
export function networkDriveTrouble(folder: string): Trouble | null {
  if (!folder.startsWith('\\\\') && !(process.platform === 'linux' && isRemote(folder))) return null;
  return trouble(
    'network-drive',
    '工作区放在网络盘上。网络盘的文件锁不可靠，断线时可能损坏数据；请把数据文件夹移到本机硬盘，用备份来共享。',
    'The workspace is on a network drive, whose locks cannot be relied on: a lost connection may damage it. Move the data folder to a disk of this machine, and share by backups.',
    { file: folder },
  );
}

function isRemote(folder: string): boolean {
  try {
    return REMOTE.has(statfsSync(folder).type >>> 0);
  } catch {
    return false;
  }
}
