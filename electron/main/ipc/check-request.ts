import { failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { type Arguments, REQUESTS, type Request } from '#contract/channels.ts';
import { isOwnAddress } from '../origin.ts';
import { isPlainData } from './plain-data.ts';

/** What is known of the frame that sent a message; null where it is gone. */
export interface Sender {
  readonly address: string;
  readonly isMainFrame: boolean;
}

/**
 * Lets a message through only from the main frame of the own page and with arguments that the contract allows.
 * Everything else is answered with `request-invalid` and reaches no handler.
 */
export function checkRequest<C extends Request>(
  channel: C,
  sender: Sender | null,
  args: unknown,
): Result<Arguments<C>> {
  if (sender === null || !sender.isMainFrame || !isOwnAddress(sender.address))
    return refusal(channel, 'sender');
  if (!isPlainData(args)) return refusal(channel, 'arguments');
  const parsed = REQUESTS[channel].safeParse(args);
  return parsed.success ? { ok: true, value: parsed.data as Arguments<C> } : refusal(channel, 'arguments');
}

function refusal(channel: Request, what: 'sender' | 'arguments'): Result<never> {
  return failed(
    trouble(
      'request-invalid',
      `请求 ${channel} 不合约定（${what === 'sender' ? '来源' : '内容'}），没有执行。`,
      `The request ${channel} was refused: its ${what === 'sender' ? 'sender is' : 'arguments are'} not allowed. Nothing was done.`,
    ),
  );
}
