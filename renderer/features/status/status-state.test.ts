import { describe, expect, it } from 'vitest';
import { trouble } from '#classifier/core/trouble.ts';
import { EMPTY_STATUS, type Message, reduceStatus, type StatusState } from './status-state.ts';

const notice = (...messages: Message[]): StatusState =>
  messages.reduce((state, message) => reduceStatus(state, { type: 'noticed', message }), EMPTY_STATUS);
const bad = (text: string): Message => ({ kind: 'trouble', trouble: trouble('file-empty', text, text) });

describe('reduceStatus', () => {
  it('lets a newer message of a kind replace the older, and keeps different troubles', () => {
    const state = notice({ kind: 'engine', state: 'restarting' }, bad('a'), bad('b'), bad('a'), {
      kind: 'engine',
      state: 'restarted',
    });
    expect(state.notices.map((item) => item.message)).toEqual([
      bad('b'),
      bad('a'),
      { kind: 'engine', state: 'restarted' },
    ]);
  });

  it('keeps four messages at most, and forgets what is dismissed', () => {
    const state = notice(bad('a'), bad('b'), bad('c'), bad('d'), bad('e'));
    expect(state.notices).toHaveLength(4);
    const first = state.notices[0];
    expect(reduceStatus(state, { type: 'dismissed', id: first?.id ?? 0 }).notices).toHaveLength(3);
  });
});
