import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { Format } from '../formats.ts';
import type { ScoreOptions } from './score.ts';

/** The format of the output: what is asked for, or what suits the place where it goes. Fails where options do not go together. */
export function formatOf(options: ScoreOptions, isTerminal: boolean): Result<Format> {
  const { out, flush, clusters, inputFormat, encoding, column, sheet } = options;
  const isFlushed = flush !== undefined;
  const isTable = isTerminal && out === undefined && !isFlushed && !clusters;
  const format = options.format ?? (isTable ? 'table' : 'jsonl');
  if (isFlushed && (format === 'table' || clusters)) return failed(notFlushed());
  if (isFlushed && [inputFormat, encoding, column, sheet].some((choice) => choice !== undefined))
    return failed(readAsLines());
  return clusters && format !== 'jsonl' ? failed(notClustered(format)) : done(format);
}

function notFlushed(): Trouble {
  return trouble(
    'request-invalid',
    '--flush 逐行回答，不能与 table 格式或 --clusters 同用，它们要先读完全部输入。',
    '--flush answers line by line and goes neither with the table nor with --clusters, which need all of the input first.',
  );
}

function readAsLines(): Trouble {
  return trouble(
    'request-invalid',
    '--flush 逐行读 JSON Lines 或一行一条的标题，不能与 --input-format、--encoding、--column、--sheet 同用。',
    '--flush reads JSON Lines or one headline a line, and goes with none of --input-format, --encoding, --column and --sheet.',
  );
}

function notClustered(format: Format): Trouble {
  return trouble(
    'request-invalid',
    `--clusters 的结果只写在 jsonl 里，${format} 格式没有它的位置。请用 --format jsonl。`,
    `What --clusters finds is written in jsonl only; ${format} has no place for it. Use --format jsonl.`,
  );
}
