import { done, failed, type Result } from '#classifier/core/result.ts';
import type { Rule } from '#classifier/core/rule.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { assemble } from '#classifier/desk/assemble.ts';
import {
  exportModel,
  importedFile,
  importedModels,
  importModel,
  readModelFile,
  type SignedCard,
} from '#classifier/desk/model-exchange.ts';
import type { Arguments, EngineAnswers } from '#contract/channels.ts';
import type { ModelFileView } from '#contract/model-file-channels.ts';
import type { ModelFileRequest } from '#contract/names.ts';
import type { Desk } from './handlers.ts';

/** Answers the requests about models that go from one machine to another. */
export const MODEL_FILE_HANDLERS: {
  readonly [C in ModelFileRequest]: (
    desk: Desk,
    args: Arguments<C>,
  ) => Result<EngineAnswers[C]> | Promise<Result<EngineAnswers[C]>>;
} = {
  'model.files': ({ folder }) => {
    const read = importedModels(folder).map((as) => ({ as, file: readModelFile(importedFile(folder, as)) }));
    return done({
      models: read.flatMap(({ as, file }) =>
        file.ok ? [viewOf({ ...file.value.card, fingerprint: file.value.fingerprint }, as)] : [],
      ),
      troubles: read.flatMap(({ file }) => (file.ok ? [] : [file.trouble])),
    });
  },
  'model.file-export': exportTo,
  'model.file-import': async ({ folder, rules: { resources } }, { path }) => {
    const kept = await importModel(path, { folder, resources });
    return kept.ok ? done(viewOf(kept.value, kept.value.keptAs)) : kept;
  },
};

/** The rules go along with the model, so those on disk must be those that it was made with. */
async function exportTo(
  { workspace, folder, rules: { resources } }: Desk,
  { path }: Arguments<'model.file-export'>,
): Promise<Result<ModelFileView>> {
  const assembled = await assemble(resources, folder);
  if (!assembled.ok) return assembled;
  const assembly = assembled.value;
  if (identityOf(assembly.rules) !== identityOf(workspace.rules)) return failed(rulesChanged());
  const written = exportModel(workspace.model, path, { folder, resources, assembly }, workspace.now());
  return written.ok ? done(viewOf(written.value, path)) : written;
}

function identityOf(rules: readonly Rule[]): string {
  const named = rules.map(({ id, version, points }) => `${id}@${version} ${points}`);
  return named.sort().join('\n');
}

function viewOf(
  { name: model, labels, madeAt, program, fingerprint }: SignedCard,
  as: string,
): ModelFileView {
  return { as, model, labels, madeAt, program, fingerprint };
}

function rulesChanged() {
  return trouble(
    'request-invalid',
    'rules.yaml 在打开之后改过，模型还没有照它重算。请关掉鉴闻再打开，然后导出。',
    'rules.yaml was changed since it was opened, and the model does not follow it yet. Close Jianwen, open it again, then export.',
  );
}
