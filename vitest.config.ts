import { existsSync, statfsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const FILES = '*.test.{ts,tsx}';
/** They start the command and the engine as they are shipped. */
const PROGRAMS = [`tests/cli/**/${FILES}`, `tests/engine/**/${FILES}`, `tests/package/**/${FILES}`];

const MEMORY = '/dev/shm';
const ROOM = 2 ** 31;

/** Temporary files in memory, where the system has room for them there: most tests would wait for the disk else. */
function temporaryFiles(): Record<string, string> {
  if (!existsSync(MEMORY)) return {};
  const { bavail, bsize } = statfsSync(MEMORY);
  return bavail * bsize > ROOM ? { TMPDIR: MEMORY } : {};
}

const shared = { pool: 'forks', testTimeout: 20_000, hookTimeout: 30_000, env: temporaryFiles() } as const;

export default defineConfig({
  test: {
    passWithNoTests: true,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          include: [`{classifier,electron,renderer,scripts,tests}/**/${FILES}`],
          exclude: [...PROGRAMS, 'tests/e2e/**', '**/node_modules/**'],
        },
      },
      {
        test: {
          ...shared,
          name: 'programs',
          include: PROGRAMS,
          globalSetup: ['tests/helpers/build-first.ts'],
        },
      },
    ],
  },
});
