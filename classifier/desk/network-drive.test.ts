import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/helpers/workspace.ts';
import { mountTypeOf, networkDriveTrouble, readMounts } from './network-drive.ts';

const ROOT = '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw';
const mountOf = (type: string, point: string): string =>
  `${ROOT}\n36 22 0:40 / ${point.replaceAll(' ', '\\040')} rw,nosuid shared:9 master:2 - ${type} desk:/data rw,vers=4\n`;

it.each([
  ['\\\\server\\desk', true],
  ['\\\\?\\UNC\\server\\desk', true],
  ['\\\\?\\C:\\desk', false],
  ['C:\\desk', false],
  ['/nonexistent/folder', false],
])('tells by the name of %s whether it is a share: %s', (folder, isShare) => {
  expect(networkDriveTrouble(folder, '')?.code ?? null).toBe(isShare ? 'network-drive' : null);
});

const REMOTE = [
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  '9p',
  'afs',
  'ceph',
  'fuse.sshfs',
  'fuse.rclone',
  'fuse.gvfsd-fuse',
];
const LOCAL = [
  'ext4',
  'btrfs',
  'xfs',
  'tmpfs',
  'overlay',
  'ecryptfs',
  'fuseblk',
  'fuse.ntfs-3g',
  'fuse.gocryptfs',
];

it.each([...REMOTE.map((type) => [type, true] as const), ...LOCAL.map((type) => [type, false] as const)])(
  'warns of a folder on %s: %s',
  (type, isRemote) => {
    const drive = join(realpathSync(temporaryFolder()), '网络 盘');
    mkdirSync(join(drive, 'desk'), { recursive: true });
    const link = join(temporaryFolder(), 'link');
    symlinkSync(join(drive, 'desk'), link);
    const mounts = mountOf(type, drive);
    const expected = isRemote ? 'network-drive' : null;
    for (const folder of [drive, join(drive, 'desk'), link])
      expect(networkDriveTrouble(folder, mounts)?.code ?? null, folder).toBe(expected);
    expect(networkDriveTrouble(join(drive, '..'), mounts), 'above it').toBeNull();
  },
);

it('takes the deepest mount, and of two on one another the later', () => {
  const mounts = [
    ...[ROOT, '30 22 0:30 / /mnt rw - nfs4 desk:/ rw', '31 30 8:2 / /mnt/own rw - xfs /dev/sdb1 rw'],
    ...['32 22 0:31 / /home rw - autofs auto rw', '33 32 0:32 / /home rw - nfs desk:/home rw'],
  ].join('\n');
  const types = ['/mnt/a', '/mnt/own/a', '/mnt/owner', '/mntx', '/home/wang', '/'].map((path) =>
    mountTypeOf(mounts, path),
  );
  expect(types).toEqual(['nfs4', 'xfs', 'nfs4', 'ext4', 'nfs', 'ext4']);
});

it.runIf(process.platform === 'linux')('reads the mounts of this machine', () => {
  expect(mountTypeOf(readMounts(), '/proc/self')).toBe('proc');
  expect(networkDriveTrouble('/proc')).toBeNull();
});
