import { done, type Result } from '#classifier/core/result.ts';
import { countForGood, forgetForGood } from '#classifier/desk/forget-for-good.ts';
import type { Arguments, EngineAnswers } from '#contract/channels.ts';
import type { ForgetRequest } from '#contract/names.ts';
import { eraseTraces, makeBackup } from './backups/backup-client.ts';
import type { Desk } from './handlers.ts';

/** Answers the requests to delete for good. */
export const FORGET_HANDLERS: {
  readonly [C in ForgetRequest]: (
    desk: Desk,
    args: Arguments<C>,
  ) => Result<EngineAnswers[C]> | Promise<Result<EngineAnswers[C]>>;
} = {
  'forget.count': ({ workspace }, { doomed }) => done(countForGood(workspace, doomed)),
  'forget.carry-out': async ({ workspace, lists }, { doomed }) => {
    const forgotten = await forgetForGood(workspace, doomed, { erase: eraseTraces, backUp: makeBackup });
    lists.reload();
    return forgotten;
  },
};
