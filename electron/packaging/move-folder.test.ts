import { describe, expect, it } from 'vitest';
import { moveFolder } from './move-folder.ts';

/** Fails with a code as often as is said, then moves. */
function failing(code: string, times: number) {
  const tries: string[] = [];
  const rename = (from: unknown, to: unknown) => {
    tries.push(`${from} ${to}`);
    if (tries.length <= times) throw Object.assign(new Error(code), { code });
  };
  return { rename, tries };
}

describe('moving a folder', () => {
  it('is tried again while it is held', async () => {
    const { rename, tries } = failing('EPERM', 2);
    await moveFolder('work', 'release', { rename, waits: [0, 0, 0] });
    expect(tries).toEqual(['work release', 'work release', 'work release']);
  });

  it('fails with what held it to the end', async () => {
    const { rename, tries } = failing('EBUSY', 9);
    await expect(moveFolder('work', 'release', { rename, waits: [0, 0] })).rejects.toThrow('EBUSY');
    expect(tries).toHaveLength(3);
  });

  it('fails at once for another reason', async () => {
    const { rename, tries } = failing('ENOENT', 1);
    await expect(moveFolder('work', 'release', { rename, waits: [0, 0] })).rejects.toThrow('ENOENT');
    expect(tries).toHaveLength(1);
  });
});
