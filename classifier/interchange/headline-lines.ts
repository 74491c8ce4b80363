import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { HEADLINE_LIMIT, isTooLong } from './headline-limit.ts';
import { type JsonRecord, type LinePlace, parseJsonLine } from './json-line.ts';
import { isBlank } from './lines.ts';

/** The keys under which a record may hold its headline; the first that holds text wins. */
export const HEADLINE_KEYS = ['text', 'title', 'headline', '标题'] as const;

/** What one line of a feed holds. A plain line has no record. */
export interface HeadlineLine {
  readonly text: string;
  readonly record: JsonRecord | null;
}

/** How a feed writes its headlines: a JSON object a line, or the bare headline. */
export type LineForm = 'json' | 'plain';

/** Whether a feed is JSON Lines, judged by its first line that is not blank. */
export function looksLikeJsonLines(firstLine: string): boolean {
  return /^\uFEFF?\s*\{\s*(?:["}]|$)/.test(firstLine);
}

/**
 * Reads one line of a feed. A JSON line gives its headline as it stands and the whole record to pass through; a
 * plain line is the headline, without outer white space. Blank lines are the caller's to skip.
 * Troubles, each with file and line: line-not-json, line-without-headline, line-too-long, file-has-nul.
 */
export function readHeadlineLine(line: string, place: LinePlace, form: LineForm): Result<HeadlineLine> {
  const content = place.line === 1 && line.startsWith('\uFEFF') ? line.slice(1) : line;
  return form === 'json' ? readRecord(content, place) : readPlain(content, place);
}

function readRecord(line: string, place: LinePlace): Result<HeadlineLine> {
  const parsed = parseJsonLine(line, place);
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

function readPlain(line: string, place: LinePlace): Result<HeadlineLine> {
  if (isTooLong(line)) return failed(headlineTooLong(place));
  const text = line.trim();
  if (text.includes('\0')) {
    return failed(
      trouble(
        'file-has-nul',
        `第 ${place.line} 行含有空字符（NUL），不像文本。请另存为 UTF-8 文本。`,
        `Line ${place.line} holds a NUL character, so it does not look like text. Save it as UTF-8 text.`,
        place,
      ),
    );
  }
  if (text !== '') return done({ text, record: null });
  return failed(
    trouble(
      'line-without-headline',
      `第 ${place.line} 行是空行，没有标题。`,
      `Line ${place.line} is blank and holds no headline.`,
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
