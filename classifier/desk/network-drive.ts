import { readFileSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';

/** Types of Linux's file systems that stand on another machine. A type `fuse.*` that is not here may be a local disk. */
const REMOTE: ReadonlySet<string> = new Set(
  [
    'nfs nfs4 cifs smb3 smbfs ncpfs 9p afs coda ceph lustre beegfs davfs',
    'fuse.sshfs fuse.rclone fuse.gvfsd-fuse fuse.smbnetfs fuse.curlftpfs fuse.s3fs fuse.gcsfuse',
    'fuse.glusterfs fuse.ceph fuse.juicefs fuse.onedriver fuse.google-drive-ocamlfuse fuse.davfs2',
  ].flatMap((line) => line.split(' ')),
);
/** `\\server\share`, and not `\\?\C:\`, a long path of this machine. */
const SHARE = /^\\\\(?:[^?.\\]|\?\\UNC\\)/;

/**
 * Warns of a workspace on a network drive, where SQLite's locks cannot be relied on; null where it is on this machine, or where that cannot
 * be told: shares mounted on macOS, and letters that Windows maps to one.
 * @param mounts the text of Linux's /proc/self/mountinfo; empty elsewhere
 */
export function networkDriveTrouble(folder: string, mounts: string = readMounts()): Trouble | null {
  const type = mountTypeOf(mounts, wherePlaced(folder));
  if (!SHARE.test(folder) && (type === null || !REMOTE.has(type))) return null;
  return trouble(
    'network-drive',
    '工作区放在网络盘上。网络盘的文件锁不可靠，断线时可能损坏数据；请把数据文件夹移到本机硬盘，用备份来共享。',
    'The workspace is on a network drive, whose locks cannot be relied on: a lost connection may damage it. Move the data folder to a disk of this machine, and share by backups.',
    { file: folder },
  );
}

/** The type of the file system in which a path lies, by the deepest mount above it (man 5 proc_pid_mountinfo); null where none is. */
export function mountTypeOf(mounts: string, path: string): string | null {
  let deepest = { point: '', type: null as string | null };
  for (const line of mounts.split('\n')) {
    const [mount = '', source = ''] = line.split(' - ');
    const point = unescaped(mount.split(' ')[4] ?? '');
    const isAbove = point !== '' && `${path}/`.startsWith(point === '/' ? '/' : `${point}/`);
    // Of two on one another the later is on top.
    if (isAbove && point.length >= deepest.point.length)
      deepest = { point, type: source.split(' ')[0] || null };
  }
  return deepest.type;
}

/** Blanks and such stand as `\040` in names of mounts. */
function unescaped(point: string): string {
  return point.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
}

export function readMounts(): string {
  try {
    return process.platform === 'linux' ? readFileSync('/proc/self/mountinfo', 'utf8') : '';
  } catch {
    return '';
  }
}

function wherePlaced(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}
