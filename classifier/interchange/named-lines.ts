import type { Sentence } from '#classifier/core/trouble.ts';

/** More lines than this are counted, not named. */
const MOST_NAMED = 10;

/**
 * Says of lines by their numbers, at least one, why they are not taken: 第 2、5 行：标题一栏是空的, lines 2 and 5: its
 * headline is empty. Of more than ten the first ten are named.
 */
export function sayReasonOfLines(lines: readonly number[], reason: Sentence): Sentence {
  const named = lines.slice(0, MOST_NAMED);
  const more = lines.length > MOST_NAMED;
  const zh = `第 ${named.join('、')} ${more ? `等 ${lines.length} 行` : '行'}：${reason.zh}`;
  if (lines.length === 1) return { zh, en: `line ${lines[0]}: ${reason.en}` };
  const last = named.at(-1);
  const which = more
    ? `${lines.length} lines (${named.join(', ')}, …)`
    : `lines ${named.slice(0, -1).join(', ')} and ${last}`;
  return { zh, en: `${which}: ${reason.en}` };
}
