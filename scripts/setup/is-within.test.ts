import { posix, win32 } from 'node:path';
import { expect, it } from 'vitest';
import { isWithin } from './is-within.mjs';

it('tells whether a file lies in a folder', () => {
  expect(isWithin('/desk/node_modules/node/bin/node', '/desk/node_modules', posix)).toBe(true);
  expect(isWithin('/desk/node_modules/..node', '/desk/node_modules', posix)).toBe(true);
  expect(isWithin('/usr/bin/node', '/desk/node_modules', posix)).toBe(false);
  expect(isWithin('/desk/node_modules_old/node', '/desk/node_modules', posix)).toBe(false);
});

it('does not tell the cases of Windows apart', () => {
  const folder = 'C:\\Desk\\node_modules';
  expect(isWithin('c:\\desk\\node_modules\\node\\bin\\node.exe', folder, win32)).toBe(true);
  expect(isWithin('C:\\Program Files\\node.exe', folder, win32)).toBe(false);
  expect(isWithin('D:\\desk\\node_modules\\node.exe', folder, win32)).toBe(false);
});
