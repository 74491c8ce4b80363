import type { CompiledModel } from '#classifier/core/compiled-model.ts';
import { type Assembly, assemble, type Resources } from '#classifier/desk/assemble.ts';
import { createGroupJudge } from '#classifier/desk/judged.ts';
import type { RuleTexts } from '#classifier/rules/rule-files.ts';
import { lazyCutter } from '#classifier/text/lazy-cutter.ts';
import type { Lexicon } from '#classifier/text/lexicon.ts';
import { type BlockFormat, type BlockScorer, createBlockScorer } from './block-scorer.ts';

/** What a thread needs to score blocks as the main thread does; it may be cloned. */
export interface ThreadData {
  readonly model: CompiledModel;
  readonly resources: Resources;
  readonly folder: string;
  /** The rules that a model file carries; null where those of the program and the folder count. */
  readonly carried: RuleTexts | null;
  readonly explain: boolean;
  readonly format: BlockFormat;
}

/** What a thread is given that has nothing yet. The lexicon is large and in memory that threads share. */
export interface WholeThreadData extends ThreadData {
  readonly lexicon: Lexicon;
}

/** The scorer of a thread that has the rules already. */
export function scorerWith(
  { reader, rules }: Pick<Assembly, 'reader' | 'rules'>,
  { model, explain, format }: ThreadData,
): Promise<BlockScorer> {
  return createBlockScorer(createGroupJudge(model, reader, explain), format, rules);
}

/** The scorer of a thread that has nothing yet but its data. */
export async function scorerFrom(data: WholeThreadData): Promise<BlockScorer> {
  const assembled = await assemble(data.resources, data.folder, data.carried);
  if (!assembled.ok) throw new Error(assembled.trouble.sentence.en);
  const cutWords = lazyCutter(() => data.lexicon);
  const { reader, rules } = assembled.value;
  return scorerWith({ reader: { ...reader, cutWords }, rules }, data);
}
