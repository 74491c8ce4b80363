import type { Result } from '#classifier/core/result.ts';
import { failed } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { Bridge } from '#contract/bridge.ts';
import { en } from './strings/en.ts';
import { zh } from './strings/zh.ts';

declare global {
  interface Window {
    readonly jianwen: Bridge;
  }
}

const { jianwen } = window;

export const language = jianwen.language;
export const platform = jianwen.platform;

/** The only way out of the page. Requests never reject: a broken connection is a trouble like any other. */
export const api: Pick<Bridge, 'request' | 'open' | 'on'> = {
  request: (channel, args) => caught(jianwen.request(channel, args)),
  open: (file) => caught(jianwen.open(file)),
  on: (event, listener) => jianwen.on(event, listener),
};

export type Api = typeof api;

function caught<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
  return answer.catch(() => failed(connectionLost()));
}

function connectionLost(): Trouble {
  return trouble('engine-stopped', zh['notice.engine.lost'], en['notice.engine.lost']);
}
