import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { Result } from '#classifier/core/result.ts';
import type { Answers, Arguments } from '#contract/channels.ts';
import type { IpcRequest } from '#contract/names.ts';
import { answered } from './answered.ts';
import { checkRequest, type Sender } from './check-request.ts';

/** One handler a request; the others have no channel. */
export type Handlers = {
  readonly [C in IpcRequest]: (args: Arguments<C>) => Promise<Result<Answers[C]>>;
};

/** Told of a handler that failed with an error of its own. */
type OnFault = (channel: IpcRequest, error: unknown) => void;

/** Answers the page's requests: the only user of ipcMain. Sender and arguments are checked before the handler. */
export function register(handlers: Handlers, onFault: OnFault): void {
  for (const channel of Object.keys(handlers) as IpcRequest[]) listen(channel, handlers, onFault);
}

function listen<C extends IpcRequest>(channel: C, handlers: Handlers, onFault: OnFault): void {
  ipcMain.handle(channel, async (event, args: unknown) => {
    const checked = checkRequest(channel, senderOf(event), args);
    if (!checked.ok) return checked;
    return answered<Answers[C]>(
      () => handlers[channel](checked.value),
      (error) => onFault(channel, error),
    );
  });
}

function senderOf(event: IpcMainInvokeEvent): Sender | null {
  const frame = event.senderFrame;
  if (frame === null) return null;
  return { address: frame.url, isMainFrame: frame === event.sender.mainFrame };
}
