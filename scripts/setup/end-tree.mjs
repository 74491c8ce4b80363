import { spawnSync } from 'node:child_process';

/**
 * Ends a process that we started with all its descendants, also those that made a process group of their own
 * (as a browser under Playwright does).
 * @param {number | undefined} pid
 */
export function endTree(pid) {
  if (pid === undefined) return;
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/T', '/F', '/PID', String(pid)], { timeout: 10_000 });
    return;
  }
  for (const target of [-pid, pid, ...descendants(pid)]) {
    try {
      process.kill(target, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }
}

/** @param {number} pid @returns {readonly number[]} */
function descendants(pid) {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8', timeout: 10_000 });
  const rows = (stdout ?? '')
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = [pid];
  for (const parent of found) {
    for (const [child, itsParent] of rows) {
      if (child !== undefined && itsParent === parent) found.push(child);
    }
  }
  return found.slice(1);
}
