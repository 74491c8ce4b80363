import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { subscribe } from '#classifier/desk/subscriptions/subscribe.ts';
import { findSubscription } from '#classifier/store/subscriptions.ts';
import { temporaryFolder, testTools, testWorkspace } from '../../tests/helpers/workspace.ts';
import { createPoller } from './subscriptions/poller.ts';

const MINUTE = 60_000;
const NEVER_STORED = `CREATE TEMP TRIGGER full BEFORE UPDATE ON subscription BEGIN SELECT RAISE(ABORT, 'full'); END`;

/** A poller of one subscription that is due every four minutes, at a time that stands still. */
async function polling(onLook: () => void = () => undefined) {
  const clock = { now: Date.parse('2026-01-02T03:04:05.000Z'), looks: 0 };
  const now = () => new Date(clock.now).toISOString();
  const workspace = testWorkspace(temporaryFolder(), { ...testTools(), now });
  const wish = { address: 'https://example.org/feed', everyMinutes: 4, allowPrivate: false };
  const made = await subscribe(workspace.db, wish, now());
  if (!made.ok) throw new Error(made.trouble.sentence.en);
  const told = new EventTarget();
  const errors: unknown[] = [];
  const looker = {
    watch: () => undefined,
    stop: async () => undefined,
    async look() {
      clock.looks += 1;
      onLook();
      return { kind: 'unchanged' } as const;
    },
  };
  const start = () => {
    const poller = createPoller(
      {
        workspace,
        onNews: () => told.dispatchEvent(new Event('looked')),
        report(error) {
          errors.push(error);
          told.dispatchEvent(new Event('looked'));
        },
      },
      { createLooker: () => looker, now: () => clock.now },
    );
    onTestFinished(() => poller.stop());
    return poller;
  };
  return { clock, workspace, errors, start, looked: () => once(told, 'looked'), id: made.value.id };
}

it('leaves a subscription alone whose looks cannot be stored, each time for longer, up to its own pace', async () => {
  const { clock, workspace, errors, start, looked, id } = await polling();
  workspace.db.exec(NEVER_STORED);
  let next = looked();
  const poller = start();
  await next;
  for (const [at, minutes] of [1, 2, 4, 4].entries()) {
    expect({ looks: clock.looks, errors: errors.length }).toEqual({ looks: at + 1, errors: at + 1 });
    clock.now += minutes * MINUTE - 1;
    poller.changed();
    expect(clock.looks).toBe(at + 1);
    clock.now += 1;
    next = looked();
    poller.changed();
    await next;
  }
  workspace.db.exec('DROP TRIGGER full');
  clock.now += 4 * MINUTE;
  next = looked();
  poller.changed();
  await next;
  expect(Date.parse(findSubscription(workspace.db, id)?.nextPollAt ?? '')).toBeGreaterThan(clock.now);
  expect({ looks: clock.looks, errors: errors.length }).toEqual({ looks: 6, errors: 5 });
});

it('tells what the store throws when it plans the next look, and goes on once the store can be read', async () => {
  const rename = (from: string, to: string) => workspace.db.exec(`ALTER TABLE ${from} RENAME TO ${to}`);
  const { clock, workspace, errors, start, looked } = await polling(() => {
    if (clock.looks === 1) rename('subscription', 'away');
  });
  const first = looked();
  const poller = start();
  await first;
  await new Promise(setImmediate);
  expect(errors.map(String)).toEqual([
    expect.stringContaining('no such table'),
    expect.stringContaining('no such table'),
  ]);
  rename('away', 'subscription');
  clock.now += MINUTE;
  const second = looked();
  poller.changed();
  await second;
  expect({ looks: clock.looks, errors: errors.length }).toEqual({ looks: 2, errors: 2 });
});
