import { EventEmitter } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import { done } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { FromEngine, ToEngine } from '#contract/engine-protocol.ts';
import type { EngineState } from '#contract/events.ts';
import { createEngineClient, type EngineProcess } from './engine-client.ts';

class FakeEngine extends EventEmitter {
  readonly received: ToEngine[] = [];
  /** How it was told to end. */
  readonly ends: string[] = [];
  send(message: ToEngine): void {
    this.received.push(message);
  }
  kill(signal = 'SIGTERM'): void {
    this.ends.push(signal);
  }
  disconnect(): void {
    this.ends.push('disconnect');
  }
  say(message: FromEngine): void {
    this.emit('message', message);
  }
}

function setUp(canLaunch: () => boolean = () => true) {
  const engines: FakeEngine[] = [];
  const states: EngineState[] = [];
  const troubles: Trouble[] = [];
  const clock = { now: 0 };
  const client = createEngineClient({
    launch: () => {
      if (!canLaunch()) throw new Error('spawn UNKNOWN');
      const engine = new FakeEngine();
      engines.push(engine);
      return engine as unknown as EngineProcess;
    },
    onState: (state) => states.push(state),
    onTrouble: (problem) => troubles.push(problem),
    onEvent: () => undefined,
    now: () => clock.now,
  });
  const latest = () => engines[engines.length - 1] as FakeEngine;
  return { client, engines, states, troubles, clock, latest };
}

const about = { folder: '/d', version: '1', model: 'workspace@1', deskLabels: 0 };

describe('createEngineClient', () => {
  it('keeps requests until the engine is ready, then answers each by its number', async () => {
    const { client, latest, states } = setUp();
    const first = client.request('workspace.about', {});
    const second = client.request('feed.list', {});
    expect(latest().received).toEqual([]);
    latest().say({ kind: 'ready' });
    expect(latest().received.map((message) => message.channel)).toEqual(['workspace.about', 'feed.list']);
    latest().say({ kind: 'answer', id: 2, result: done([]) });
    latest().say({ kind: 'answer', id: 1, result: done(about) });
    expect([await first, await second]).toEqual([done(about), done([])]);
    expect(states).toEqual([{ state: 'ready' }]);
  });

  it('starts a dead engine again and repeats only what was unanswered, in order', async () => {
    const { client, engines, latest, states } = setUp();
    latest().say({ kind: 'ready' });
    const answered = client.request('workspace.about', {});
    void client.request('headline.evidence', { headlineId: 7 });
    void client.request('feed.list', {});
    latest().say({ kind: 'answer', id: 1, result: done(about) });
    await answered;
    latest().emit('exit');
    expect(engines).toHaveLength(2);
    latest().say({ kind: 'ready' });
    expect(latest().received.map((message) => message.id)).toEqual([2, 3]);
    expect(states.map((state) => state.state)).toEqual(['ready', 'restarting', 'restarted']);
  });

  it('says of an engine that opens another workspace later that it is ready, not that it was restarted', () => {
    const { latest, states } = setUp();
    latest().emit('exit');
    latest().say({ kind: 'ready' });
    latest().say({ kind: 'ready' });
    expect(states.map(({ state }) => state)).toEqual(['restarting', 'restarted', 'ready']);
  });

  it('gives up a request that was under way at two deaths, and goes on with the rest', async () => {
    const { client, latest } = setUp();
    latest().say({ kind: 'ready' });
    const poison = client.request('feed.open', { path: '/bad' });
    const other = client.request('workspace.about', {});
    latest().emit('exit');
    latest().say({ kind: 'ready' });
    latest().emit('exit');
    expect(await poison).toMatchObject({ ok: false, trouble: { code: 'engine-stopped' } });
    latest().say({ kind: 'ready' });
    latest().say({ kind: 'answer', id: 2, result: done(about) });
    expect(await other).toEqual(done(about));
  });

  it('gives up after three deaths within a minute, and answers everything at once', async () => {
    const { client, engines, latest, states, clock } = setUp();
    const waiting = client.request('feed.list', {});
    for (const time of [0, 1_000, 2_000]) {
      clock.now = time;
      latest().emit('exit');
    }
    expect(engines).toHaveLength(3);
    expect(await waiting).toMatchObject({ ok: false, trouble: { code: 'engine-stopped' } });
    expect(await client.request('feed.list', {})).toMatchObject({ ok: false });
    expect(states.at(-1)?.state).toBe('failed');
  });

  it('forgets deaths after a minute', () => {
    const { engines, latest, clock } = setUp();
    for (const time of [0, 40_000, 80_000, 120_000]) {
      clock.now = time;
      latest().emit('exit');
    }
    expect(engines).toHaveLength(5);
  });

  it('counts an engine that cannot be started once', () => {
    const { engines, latest } = setUp();
    const broken = latest();
    broken.emit('error');
    broken.emit('exit');
    expect(engines).toHaveLength(2);
  });

  it('answers every request, and says so, where the system starts no engine', async () => {
    const system = { allows: false };
    const { client, states, latest } = setUp(() => system.allows);
    expect(states, 'whoever makes the client cannot listen yet').toEqual([]);
    const refused = { ok: false, trouble: { code: 'engine-stopped' } };
    expect(await client.request('feed.list', {})).toMatchObject(refused);
    expect(await client.request('feed.list', {})).toMatchObject(refused);
    expect(states).toMatchObject([{ state: 'failed', trouble: { code: 'engine-stopped' } }]);

    system.allows = true;
    expect(client.again()).toBe(true);
    latest().say({ kind: 'ready' });
    const waiting = client.request('feed.list', {});
    system.allows = false;
    latest().emit('exit');
    expect(await waiting).toMatchObject(refused);
    expect(states.map(({ state }) => state)).toEqual(['failed', 'ready', 'restarting', 'failed']);
    await client.stop();
  });

  it('says why the workspace could not be opened, and starts no other engine', async () => {
    const { client, engines, latest, states } = setUp();
    const waiting = client.request('feed.list', {});
    const damaged = trouble('store-damaged', '坏了', 'broken', { file: '/d/jianwen.db' });
    latest().say({ kind: 'failed', trouble: damaged });
    latest().emit('exit');
    expect(await waiting).toEqual({ ok: false, trouble: damaged });
    expect(states).toEqual([{ state: 'failed', trouble: damaged }]);
    expect(engines).toHaveLength(1);
  });

  it('asks an engine whose workspace is damaged, and repeats nothing that is under way when it is whole again', async () => {
    const { client, latest, states } = setUp();
    const waiting = client.request('feed.list', {});
    const damaged = trouble('store-damaged', '坏了', 'broken', { file: '/d/jianwen.db' });
    latest().say({ kind: 'damaged', trouble: damaged });
    latest().say({ kind: 'answer', id: 1, result: { ok: false, trouble: damaged } });
    expect(await waiting).toMatchObject({ trouble: damaged });
    const restored = client.request('backup.restore', { name: 'timed-2026-01-02T03-04-05-678Z.db' });
    latest().say({ kind: 'ready' });
    latest().say({ kind: 'answer', id: 2, result: done(null) });
    expect(await restored).toEqual(done(null));
    expect(latest().received.map(({ id }) => id)).toEqual([1, 2]);
    expect(states).toEqual([{ state: 'damaged', trouble: damaged }, { state: 'ready' }]);
  });

  it('starts one engine again where it was given up, deaf to the one before', async () => {
    const { client, engines, latest, states } = setUp();
    expect(client.again()).toBe(false);
    expect(engines).toHaveLength(1);
    const before = latest();
    before.say({ kind: 'failed', trouble: trouble('store-busy', '忙', 'Busy') });
    expect([client.again(), client.again()]).toEqual([true, false]);
    before.emit('exit');
    before.say({ kind: 'ready' });
    expect(engines).toHaveLength(2);
    const asked = client.request('workspace.about', {});
    expect(latest().received).toEqual([]);
    latest().say({ kind: 'ready' });
    latest().say({ kind: 'answer', id: 1, result: done(about) });
    expect(await asked).toEqual(done(about));
    expect(states.map(({ state }) => state)).toEqual(['failed', 'ready']);
    void client.stop();
    expect(client.again()).toBe(false);
    expect(engines).toHaveLength(2);
  });

  it('passes on what the engine left out, and takes it for no answer', async () => {
    const { client, troubles, states, latest } = setUp();
    const waiting = client.request('feed.list', {});
    const broken = trouble('rules-invalid', '坏规则', 'a broken rule', { file: '/d/rules.yaml', line: 3 });
    latest().say({ kind: 'trouble', trouble: broken });
    latest().say({ kind: 'ready' });
    latest().say({ kind: 'answer', id: 1, result: done([]) });
    expect([await waiting, troubles, states]).toEqual([done([]), [broken], [{ state: 'ready' }]]);
  });

  it('starts no engine after it was stopped, which is once the engine has ended', async () => {
    const { client, engines, latest } = setUp();
    let isGone = false;
    const stopped = client.stop().then(() => {
      isGone = true;
    });
    await Promise.resolve();
    expect(isGone).toBe(false);
    latest().emit('exit');
    await stopped;
    expect(latest().ends).toEqual(['disconnect']);
    expect(engines).toHaveLength(1);
    expect(await client.request('feed.list', {})).toMatchObject({ trouble: { code: 'cancelled' } });
  });

  it('kills an engine that does not end, after three seconds', async () => {
    vi.useFakeTimers();
    try {
      const { client, latest } = setUp();
      const stopped = client.stop();
      vi.advanceTimersByTime(2_999);
      expect(latest().ends).toEqual(['disconnect']);
      vi.advanceTimersByTime(1);
      await stopped;
      expect(latest().ends).toEqual(['disconnect', 'SIGKILL']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('waits for no engine that was given up', async () => {
    const { client, latest } = setUp();
    for (let death = 0; death < 3; death += 1) latest().emit('exit');
    await client.stop();
    expect(latest().ends).toEqual([]);
  });
});
