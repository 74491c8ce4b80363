import { expect, it } from 'vitest';
import { createOutbox } from './outbox.ts';

it('keeps events in order until the page listens, and again after it is gone', () => {
  const sent: unknown[] = [];
  const outbox = createOutbox((event, payload) => sent.push([event, payload]));
  outbox.post('engine.state', { state: 'ready' });
  outbox.post('menu.command', { command: 'open' });
  expect(sent).toEqual([]);
  outbox.open();
  outbox.post('engine.state', { state: 'restarted' });
  outbox.close();
  outbox.post('menu.command', { command: 'undo' });
  expect(sent).toEqual([
    ['engine.state', { state: 'ready' }],
    ['menu.command', { command: 'open' }],
    ['engine.state', { state: 'restarted' }],
  ]);
  outbox.open();
  expect(sent).toHaveLength(4);
});
