import path from 'node:path';

/**
 * Whether a file lies in a folder, as the system sees it: Windows does not tell `c:\` from `C:\`.
 * @param {string} file
 * @param {string} folder
 * @param {Pick<path.PlatformPath, 'relative' | 'isAbsolute' | 'sep'>} [paths] Those of the system by default.
 */
export function isWithin(file, folder, paths = path) {
  const way = paths.relative(folder, file);
  return way.split(paths.sep)[0] !== '..' && !paths.isAbsolute(way);
}
