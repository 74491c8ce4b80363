import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { HEADLINE_LIMIT, isTooLong } from './headline-limit.ts';
import { type JsonRecord, type LinePlace, parseJsonLine } from './json-line.ts';
import { isBlank } from './lines.ts';

/** The keys under which a record may hold its headline; the first that holds text wins. */
export const HEADLINE_KEYS = ['text', 'title', 'headline', '标题'] as const;

/** What one line of a feed holds. */
export interface HeadlineLine {
  readonly text: string;
  readonly record: JsonRecord;
}

/** Whether a feed is JSON Lines, judged by its first line that is not blank. */
export function looksLikeJsonLines(firstLine: string): boolean {
  return /^\uFEFF?\s*\{\s*(?:["}]|$)/.test(firstLine);
}

/**
 * Reads one line of JSON Lines: its headline as it stands and the whole record to pass through. Blank lines are the
 * caller's to skip. Troubles, each with file and line: line-not-json, line-without-headline, line-too-long.
 */
export function readHeadlineLine(line: string, place: LinePlace): Result<HeadlineLine> {
  const content = place.line === 1 && line.startsWith('\uFEFF') ? line.slice(1) : line;
  const parsed = parseJsonLine(content, place);
  if (!parsed.ok) return parsed;
  const record = parsed.value;
  for (const key of HEADLINE_KEYS) {
    const text = Object.hasOwn(record, key) ? record[key] : undefined;
    if (typeof text !== 'string' || isBlank(text)) continue;
    return isTooLong(text) ? failed(headlineTooLong(place)) : done({ text, record });
  }
  return failed(
    trouble(
      'line-without-headline',
      `第 ${place.line} 行没有标题。请用 text、title、headline 或“标题”字段给出标题文字。`,
      `Line ${place.line} holds no headline. Give its text under text, title, headline or 标题.`,
      place,
    ),
  );
}

/** The trouble of a line whose headline is over HEADLINE_LIMIT. */
export function headlineTooLong(place: LinePlace): Trouble {
  return trouble(
    'line-too-long',
    `第 ${place.line} 行的标题超过 ${HEADLINE_LIMIT} 字。请检查是否把多条标题或正文放进了一行。`,
    `The headline in line ${place.line} is over ${HEADLINE_LIMIT} characters. Check whether one line holds several headlines or an article.`,
    place,
  );
}
