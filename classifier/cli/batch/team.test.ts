import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { startTeam } from './team.ts';

it('says so when a thread dies, and never waits for it', async () => {
  const team = startTeam(1, new URL("data:text/javascript,throw new Error('no memory')"), null);
  await expect(async () => {
    for (let tries = 0; tries < 500 && !team.isFree(); tries += 1) await setTimeout(10);
  }).rejects.toThrow('no memory');
  await team.close();
});
