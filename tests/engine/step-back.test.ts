import { readdirSync, readFileSync } from 'node:fs';
import { constants, getPriority } from 'node:os';
import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../helpers/workspace.ts';
import { EVERYTHING, SAMPLE, startEngine, valueOf } from './start-engine.ts';

/** The nice value of each thread of a process; the first one is its main thread (proc_pid_stat(5), field 19). */
function priorities(pid: number): number[] {
  return readdirSync(`/proc/${pid}/task`).map((thread) => {
    const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')')).split(' ')[17]);
  });
}

const { PRIORITY_BELOW_NORMAL: BACK } = constants.priority;

it.runIf(process.platform === 'linux' && getPriority() < BACK)(
  'ranks lists in a thread that lets labels go first, and answers labels in one that does not',
  async () => {
    const engine = await startEngine(temporaryFolder());
    const { feed } = valueOf(await engine.request('feed.open', { path: SAMPLE }));
    const [main] = priorities(engine.pid);
    valueOf(await engine.request('headline.list', { ...EVERYTHING, feedId: feed.id }));
    const back = () => priorities(engine.pid).filter((nice) => nice === BACK);
    await vi.waitFor(() => expect(back()).toHaveLength(1), { timeout: 10_000 });
    expect(main).toBe(getPriority());
    expect(priorities(engine.pid)[0]).toBe(main);
  },
);
