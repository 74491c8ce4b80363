import { expect, it } from 'vitest';
import { temporaryFolder } from '../../tests/helpers/workspace.ts';
import { networkDriveTrouble } from './network-drive.ts';

it('warns of a share, and of no folder of this machine', () => {
  expect(networkDriveTrouble('\\\\server\\desk')).toMatchObject({ code: 'network-drive' });
  expect(networkDriveTrouble(temporaryFolder())).toBeNull();
  expect(networkDriveTrouble('/nonexistent/folder')).toBeNull();
});
