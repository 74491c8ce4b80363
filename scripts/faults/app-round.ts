import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { START_PAGE } from '../../electron/main/origin.ts';
import type { EngineProcess } from '../engine-process.ts';
import type { FaultPlaces } from './fault-points.ts';
import { workForLife } from './fault-round.ts';
import type { Ledger } from './ledger.ts';
import { engineLeft } from './main-round.ts';

/** Milliseconds in which the window answers. */
const PATIENCE = 60_000;
const PAUSE = 50;
/** The window is blank at first, with a bridge already. */
const IS_THERE = `location.href.startsWith('${START_PAGE}') && document.readyState === 'complete'`;

/**
 * Opens the packaged app, has its window ask what the page asks, and kills the main process in the midst of it; then waits until the
 * engine that it leaves behind has ended by itself.
 */
export async function appRound(
  program: string,
  { data, lists }: FaultPlaces,
  ledger: Ledger,
  random: () => number,
): Promise<string[]> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = spawn(program, [...asRoot, '--remote-debugging-port=0', `--data=${data}`], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const gone = once(app, 'exit');
  try {
    const host = await debuggerOf(app);
    const page = await Promise.race([openPage(host), tooLate('The window does not open its page.')]);
    await workForLife('app', { request: page.request, lists, ledger, random });
  } finally {
    app.kill('SIGKILL');
    await gone;
  }
  return engineLeft(data);
}

/** Where Chromium listens: it says so on standard error. */
async function debuggerOf({ stderr }: ChildProcess): Promise<string> {
  if (stderr === null) throw new Error('The app has no standard error.');
  const address = new Promise<string>((resolve) => {
    createInterface({ input: stderr }).on('line', (line) => {
      const [, host] = /ws:\/\/([^/]+)\//.exec(line) ?? [];
      if (host !== undefined) resolve(host);
    });
  });
  return Promise.race([address, tooLate('The app does not open its debugger.')]);
}

/** Without a result where the page could not be asked. */
interface Answer {
  readonly id: number;
  readonly result?: { readonly result: { readonly value?: unknown } };
}

interface Page {
  readonly request: EngineProcess['request'];
}

/** The window's page over Chromium's own protocol, once its bridge is there. */
async function openPage(host: string): Promise<Page> {
  const socket = new WebSocket(await pageAt(host));
  const waiting = new Map<number, (answer: Answer) => void>();
  await once(socket, 'open');
  let next = 1;
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id)?.(answer);
  });
  const evaluate = async (expression: string): Promise<unknown> => {
    const params = { expression, awaitPromise: true, returnByValue: true };
    socket.send(JSON.stringify({ id: next, method: 'Runtime.evaluate', params }));
    const { result } = await new Promise<Answer>((resolve) => {
      waiting.set(next, resolve);
      next += 1;
    });
    return result?.result.value;
  };
  while ((await evaluate(IS_THERE)) !== true) await pause(PAUSE);
  return {
    request: async (channel, args) => {
      const answer = await evaluate(
        `window.jianwen.request(${JSON.stringify(channel)}, ${JSON.stringify(args)})`,
      );
      if (answer === undefined) throw new Error(`The page did not answer ${channel}.`);
      return answer as never;
    },
  };
}

async function pageAt(host: string): Promise<string> {
  for (;;) {
    const targets = await fetch(`http://${host}/json/list`).then((answer) => answer.json());
    const page = (targets as { url: string; webSocketDebuggerUrl: string }[]).find(({ url }) =>
      url.startsWith(START_PAGE),
    );
    if (page !== undefined) return page.webSocketDebuggerUrl;
    await pause(PAUSE);
  }
}

async function tooLate(story: string): Promise<never> {
  await pause(PATIENCE, undefined, { ref: false });
  throw new Error(story);
}
