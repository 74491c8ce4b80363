import { done, type Result } from '#classifier/core/result.ts';
import { forgetForGood } from '#classifier/desk/forget-for-good.ts';
import { countDoomed } from '#classifier/store/forgetting.ts';
import type { Arguments, EngineAnswers } from '#contract/channels.ts';
import type { ForgetRequest } from '#contract/names.ts';
import { makeBackup } from './backups/backup-client.ts';
import type { Desk } from './handlers.ts';

/** Answers the requests to delete for good. */
export const FORGET_HANDLERS: {
  readonly [C in ForgetRequest]: (
    desk: Desk,
    args: Arguments<C>,
  ) => Result<EngineAnswers[C]> | Promise<Result<EngineAnswers[C]>>;
} = {
  'forget.count': ({ workspace }, { doomed }) => done(countDoomed(workspace, doomed)),
  'forget.carry-out': async ({ workspace, lists, imports }, { doomed }) => {
    const forgotten = forgetForGood(workspace, doomed, async (folder, reason, now) => {
      await imports.clear();
      return makeBackup(folder, reason, now);
    });
    lists.reload();
    return forgotten;
  },
};
