/** The program's version, that of package.json. */
export const VERSION = '0.1.0';

/** The licence, that of package.json. */
export const LICENCE = 'MIT';
