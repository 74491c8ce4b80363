import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isOwnAddress } from '../origin.ts';

/**
 * The file that an address of the own scheme stands for, or null where it is not in the served folder: another
 * host, a broken escape, `..` in any spelling, an absolute path, a sibling with the same beginning.
 */
export function servedFile(address: string, folder: string): string | null {
  if (!isOwnAddress(address)) return null;
  const path = decoded(new URL(address).pathname);
  if (path === null || path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(join(folder, path === '/' ? 'index.html' : path));
  const inside = relative(resolve(folder), file);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) return null;
  return file;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
