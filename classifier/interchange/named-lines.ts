import type { Sentence } from '#classifier/core/trouble.ts';

/** More lines than this are counted, not named. */
const MOST_NAMED = 10;

/**
 * Says something of lines by their numbers, at least one: 第 2、5 行太长, lines 2 and 5 are too long. Of more than ten
 * the first ten are named. `one` and `many` are the English predicate, `zh` the Chinese one.
 */
export function sayOfLines(
  lines: readonly number[],
  { zh, one, many }: { readonly zh: string; readonly one: string; readonly many: string },
): Sentence {
  const named = lines.slice(0, MOST_NAMED);
  const more = lines.length > MOST_NAMED;
  const chinese = `第 ${named.join('、')} ${more ? `等 ${lines.length} 行` : '行'}${zh}`;
  if (lines.length === 1) return { zh: chinese, en: `line ${lines[0]} ${one}` };
  const last = named.at(-1);
  const english = more
    ? `${lines.length} lines (${named.join(', ')}, …)`
    : `lines ${named.slice(0, -1).join(', ')} and ${last}`;
  return { zh: chinese, en: `${english} ${many}` };
}
