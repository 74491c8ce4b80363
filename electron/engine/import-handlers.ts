import { done, type Result } from '#classifier/core/result.ts';
import type { Arguments, EngineAnswers } from '#contract/channels.ts';
import type { ImportRequest } from '#contract/names.ts';
import { importView, pasteName } from './feed-view.ts';
import type { Desk } from './handlers.ts';

/** Answers the requests by which sources are looked at and stored. */
export const IMPORT_HANDLERS: {
  readonly [C in ImportRequest]: (
    desk: Desk,
    args: Arguments<C>,
  ) => Result<EngineAnswers[C]> | Promise<Result<EngineAnswers[C]>>;
} = {
  'import.offer': ({ offers }, { path }) => offers.offer({ kind: 'file', path, choices: {} }),
  'import.offer-text': ({ workspace, offers }, { text }) =>
    offers.offer({ kind: 'text', name: pasteName(workspace.now()), text, choices: {} }),
  'import.preview': ({ offers }, { token, choices }) => offers.preview(token, choices),
  'import.store': async ({ imports, offers }, { token, choices }) => {
    const source = offers.take(token, choices);
    return source.ok ? importView(await imports.open(source.value)) : source;
  },
  'import.forget': ({ offers }, { token }) => {
    offers.forget(token);
    return done(null);
  },
};
