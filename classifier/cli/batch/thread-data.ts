import type { CompiledModel } from '#classifier/core/compiled-model.ts';
import { type Assembly, assemble, type Resources } from '#classifier/desk/assemble.ts';
import { createGroupJudge } from '#classifier/desk/judged.ts';
import type { RuleTexts } from '#classifier/rules/rule-files.ts';
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

/** The scorer of a thread that has the rules already. */
export function scorerWith(
  { reader }: Assembly,
  { model, explain, format }: ThreadData,
): Promise<BlockScorer> {
  return createBlockScorer(createGroupJudge(model, reader, explain), format);
}

/** The scorer of a thread that has nothing yet but its data. */
export async function scorerFrom(data: ThreadData): Promise<BlockScorer> {
  const assembled = await assemble(data.resources, data.folder, data.carried);
  if (!assembled.ok) throw new Error(assembled.trouble.sentence.en);
  return scorerWith(assembled.value, data);
}
