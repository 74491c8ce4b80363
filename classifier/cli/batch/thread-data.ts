import type { Model } from '#classifier/core/model.ts';
import { type Assembly, assemble, type Resources } from '#classifier/desk/assemble.ts';
import { judge, verdictOf } from '../judged.ts';
import { type BlockFormat, type BlockScorer, createBlockScorer, type Judge } from './block-scorer.ts';

/** What a thread needs to score blocks as the main thread does; it may be cloned. */
export interface ThreadData {
  readonly model: Model;
  readonly resources: Resources;
  readonly folder: string;
  readonly explain: boolean;
  readonly format: BlockFormat;
}

/** Judges headlines by a model, with the names of reasons. */
export function createJudge({ reader }: Assembly, { model, explain }: ThreadData): Judge {
  return (text) => verdictOf(judge(model, reader, { text, record: null }, explain), model);
}

/** The scorer of a thread that has nothing yet but its data. */
export async function scorerFrom(data: ThreadData): Promise<BlockScorer> {
  const assembled = await assemble(data.resources, data.folder);
  if (!assembled.ok) throw new Error(assembled.trouble.sentence.en);
  return createBlockScorer(createJudge(assembled.value, data), data.format);
}
