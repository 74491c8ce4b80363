import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LIMIT = 300_000;

/** Builds the programs before the tests that start them; nothing is done where the sources are those of the last build. */
export function setup(): void {
  execFileSync(process.execPath, ['scripts/build.ts'], { cwd: ROOT, stdio: 'inherit', timeout: LIMIT });
}
