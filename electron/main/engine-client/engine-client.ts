import { failed, type Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import type { Arguments, EngineAnswers, EngineRequest } from '#contract/channels.ts';
import type { FromEngine, ToEngine } from '#contract/engine-protocol.ts';
import type { EngineEvent, EngineState } from '#contract/events.ts';
import { countDeath, MOST_DEATHS } from '../death-watch.ts';
import { closing, engineGivenUp, engineNotLaunched, requestGivenUp } from './troubles.ts';

/** What the client needs of a child process. */
export interface EngineProcess {
  send(message: ToEngine, done: (error: Error | null) => void): unknown;
  on(event: 'message', listener: (message: FromEngine) => void): unknown;
  on(event: 'exit' | 'error', listener: () => void): unknown;
  kill(signal?: 'SIGKILL'): unknown;
  disconnect(): void;
}

export interface EngineClientOptions {
  /** Throws where the system refuses to start a process. */
  readonly launch: () => EngineProcess;
  readonly onState: (state: EngineState) => void;
  /** The engine left something out, such as a broken rule, and goes on. */
  readonly onTrouble: (trouble: Trouble) => void;
  readonly onEvent: (event: EngineEvent) => void;
  /** Milliseconds. */
  readonly now: () => number;
}

export interface EngineClient {
  /** Never rejects. Waits while the engine starts, and survives its death. */
  request<C extends EngineRequest>(channel: C, args: Arguments<C>): Promise<Result<EngineAnswers[C]>>;
  /** Starts the engine again where it was given up, and says whether it was. */
  again(): boolean;
  /** Lets the engine end by itself, and kills it where it does not. Resolves once it is gone. */
  stop(): Promise<void>;
}

interface Pending {
  readonly message: ToEngine;
  readonly answer: (result: Result<never>) => void;
  /** Deaths of the engine while this was the oldest request under way. */
  deaths: number;
  sent: boolean;
}

/** Milliseconds that the engine has to end by itself. */
const PATIENCE = 3_000;

/**
 * Keeps an engine process running and every request until it is answered. When the engine dies it is started
 * again and what was unanswered is sent again, in order; labels are told apart by their requestId, so none counts
 * twice. Gives up after three deaths within a minute, or when the engine cannot be launched or open the workspace.
 */
export function createEngineClient(options: EngineClientOptions): EngineClient {
  const pending = new Map<number, Pending>();
  let child: EngineProcess | null = null;
  let nextId = 1;
  let ready = false;
  let hasDied = false;
  let deaths: readonly number[] = [];
  let ended: Trouble | null = null;
  let isStopped = false;

  function start(): void {
    try {
      follow(options.launch());
    } catch {
      child = null;
      // Whoever made the client, or asked for another engine, is told once they can listen.
      queueMicrotask(() => end(engineNotLaunched()));
    }
  }

  function follow(started: EngineProcess): void {
    let alive = true;
    child = started;
    const isPresent = () => alive && ended === null && child === started;
    started.on('message', (message) => {
      if (isPresent()) receive(message);
    });
    const onEnd = () => {
      const wasPresent = isPresent();
      alive = false;
      if (child === started) child = null;
      if (wasPresent) died();
    };
    started.on('exit', onEnd);
    started.on('error', onEnd);
  }

  function receive(message: FromEngine): void {
    if (message.kind === 'ready') {
      const state = hasDied ? 'restarted' : 'ready';
      becomeReady();
      options.onState({ state });
    } else if (message.kind === 'damaged') {
      becomeReady();
      options.onState({ state: 'damaged', trouble: message.trouble });
    } else if (message.kind === 'trouble') {
      options.onTrouble(message.trouble);
    } else if (message.kind === 'event') {
      options.onEvent(message.event);
    } else if (message.kind === 'failed') {
      end(message.trouble);
      child?.kill();
    } else {
      const item = pending.get(message.id);
      pending.delete(message.id);
      item?.answer(message.result as Result<never>);
    }
  }

  function becomeReady(): void {
    ready = true;
    hasDied = false;
    for (const item of pending.values()) if (!item.sent) send(item);
  }

  function send(item: Pending): void {
    item.sent = true;
    // An engine that is gone says so by its exit; the request stays pending until then.
    child?.send(item.message, () => undefined);
  }

  function died(): void {
    ready = false;
    hasDied = true;
    deaths = countDeath(deaths, options.now());
    blameOldest();
    if (deaths.length >= MOST_DEATHS) {
      end(engineGivenUp());
      return;
    }
    for (const item of pending.values()) item.sent = false;
    options.onState({ state: 'restarting' });
    start();
  }

  function blameOldest(): void {
    const oldest = [...pending.values()].find((item) => item.sent);
    if (oldest === undefined) return;
    oldest.deaths += 1;
    if (oldest.deaths < 2) return;
    pending.delete(oldest.message.id);
    oldest.answer(failed(requestGivenUp()));
  }

  function end(trouble: Trouble): void {
    ended = trouble;
    ready = false;
    for (const item of pending.values()) item.answer(failed(trouble));
    pending.clear();
    options.onState({ state: 'failed', trouble });
  }

  start();
  return {
    request(channel, args) {
      if (ended !== null) return Promise.resolve(failed(ended));
      return new Promise((answer) => {
        const message = { id: nextId, channel, args } as ToEngine;
        const item: Pending = { message, answer, deaths: 0, sent: false };
        pending.set(nextId, item);
        nextId += 1;
        if (ready) send(item);
      });
    },
    again() {
      if (ended === null || isStopped) return false;
      ended = null;
      hasDied = false;
      deaths = [];
      start();
      return true;
    },
    stop() {
      isStopped = true;
      ended ??= closing();
      return child === null ? Promise.resolve() : leave(child);
    },
  };
}

function leave(child: EngineProcess): Promise<void> {
  return new Promise((gone) => {
    const patience = setTimeout(() => {
      child.kill('SIGKILL');
      gone();
    }, PATIENCE);
    child.on('exit', () => {
      clearTimeout(patience);
      gone();
    });
    try {
      child.disconnect();
    } catch {
      child.kill();
    }
  });
}
