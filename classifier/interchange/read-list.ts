import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Sentence, type Trouble, trouble } from '#classifier/core/trouble.ts';
import { HEADLINE_LIMIT } from './headline-limit.ts';
import { type LineShape, shapeOf } from './line-shape.ts';
import { type Line, linesOf } from './lines.ts';
import { type Settled, settleNumbers } from './settle-numbers.ts';

/** Why a line of a list is not taken as a headline, in the words of the import report. */
const LEFT_OUT_REASONS = {
  blank: { zh: '空行', en: 'blank line' },
  symbols: { zh: '只有符号的分隔行', en: 'line of signs only' },
  heading: { zh: '列表的标题或说明', en: 'heading of a list' },
  prose: { zh: '正文段落', en: 'paragraph of prose' },
  repeated: { zh: '与前面的标题完全相同', en: 'the very same headline again' },
} as const satisfies Record<string, Sentence>;

/** `too-long` is bad input and no part of the layout: such lines are named one by one. */
export type LeftOutReason = keyof typeof LEFT_OUT_REASONS | 'too-long';

/** A text read as a list. Lines count from 1; every line is in `items` or in `leftOut`, both in the text's order. */
export interface ListReading {
  readonly items: readonly Line[];
  readonly leftOut: readonly { readonly line: number; readonly reason: LeftOutReason }[];
  /** Lines over HEADLINE_LIMIT, which the reader of the report has to hear of one by one. */
  readonly tooLong: readonly number[];
  /** The other lines left out by reason, in the order of LEFT_OUT_REASONS; reasons without lines are absent. */
  readonly summary: readonly { readonly reason: Sentence; readonly lines: number }[];
}

/** Most lines of one list: twice a million headlines, so that a file of line ends alone cannot fill the memory. */
const LIST_LINE_LIMIT = 2_000_000;

/** With less than this share of its lines marked, a text without prose is one-a-line, and the marks are chance. */
const MARKED_SHARE = 0.1;
/** With more than this share of prose among its lines, a text without marked lines is an article. */
const PROSE_SHARE = 1 / 3;

/**
 * Takes the headlines out of a text. Pure; `file` only names the source in a trouble.
 *
 * 1. Each line is blank, signs only, too long, a heading (Markdown #, or ends in a colon), marked (a bullet, or a
 *    number that counts on from its neighbour), prose (several sentences, or over 100 Chinese characters), or plain.
 * 2. Where at least a tenth of the lines that hold text are marked, or there is an article around them, the marked
 *    lines are the headlines; plain lines are headings. A number directly before a paragraph heads a section unless
 *    the line before it belongs to the same list, and so does 一、 directly before a list. A number that does not
 *    count on (1.5亿元) is part of the headline where the line stands among items.
 * 3. Otherwise the text is one-a-line: every plain or marked line is a headline, unless more than a third of the
 *    lines is prose: then it is an article and holds no list.
 * 4. A headline that stood before, character for character, is left out as repeated; near-copies stay.
 *
 * Troubles: no-headlines; line-too-long where nothing was found and a line is too long; file-too-large over
 * LIST_LINE_LIMIT lines.
 */
export function readList(text: string, file?: string): Result<ListReading> {
  const shapes: LineShape[] = [];
  for (const { text: line } of linesOf(text.startsWith('\uFEFF') ? text.slice(1) : text)) {
    if (shapes.length === LIST_LINE_LIMIT) return failed(tooManyLines(file));
    shapes.push(shapeOf(line));
  }
  const reading = sort(takeOrLeave(settleNumbers(shapes)));
  if (reading.items.length > 0) return done(reading);
  const [tooLong] = reading.tooLong;
  return failed(tooLong === undefined ? noHeadlines(file) : onlyTooLong(tooLong, file));
}

/** The headline of each line, or the reason why it is none. */
function takeOrLeave(lines: readonly Settled[]): ({ readonly text: string } | LeftOutReason)[] {
  const count = (kind: Settled['kind']) => lines.reduce((sum, line) => sum + (line.kind === kind ? 1 : 0), 0);
  const [marked, prose, plain] = [count('marked'), count('prose'), count('plain') + count('kept')];
  const isArticle = prose > PROSE_SHARE * (marked + prose + plain);
  const isMarkedList = marked > 0 && (isArticle || marked >= MARKED_SHARE * (marked + prose + plain));
  return lines.map((line) => {
    if (line.kind === 'marked') return line;
    if (line.kind !== 'plain' && line.kind !== 'kept') return line.kind;
    if (isMarkedList) return line.kind === 'kept' ? line : 'heading';
    return isArticle ? 'prose' : line;
  });
}

function sort(lines: readonly ({ readonly text: string } | LeftOutReason)[]): ListReading {
  const items: Line[] = [];
  const leftOut: { line: number; reason: LeftOutReason }[] = [];
  const seen = new Set<string>();
  const totals = new Map<LeftOutReason, number>();
  for (const [index, entry] of lines.entries()) {
    const line = index + 1;
    const reason = typeof entry === 'string' ? entry : seen.has(entry.text) ? 'repeated' : null;
    if (typeof entry !== 'string' && reason === null) {
      seen.add(entry.text);
      items.push({ text: entry.text, line });
    } else if (reason !== null) {
      leftOut.push({ line, reason });
      totals.set(reason, (totals.get(reason) ?? 0) + 1);
    }
  }
  const reasons = Object.keys(LEFT_OUT_REASONS) as (keyof typeof LEFT_OUT_REASONS)[];
  const summary = reasons.flatMap((reason) => {
    const count = totals.get(reason) ?? 0;
    return count === 0 ? [] : [{ reason: LEFT_OUT_REASONS[reason], lines: count }];
  });
  const tooLong = leftOut.flatMap(({ line, reason }) => (reason === 'too-long' ? [line] : []));
  return { items, leftOut, tooLong, summary };
}

function placeOf(file: string | undefined, line?: number) {
  return { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
}

function noHeadlines(file: string | undefined): Trouble {
  return trouble(
    'no-headlines',
    '没有找到标题。请每行放一条标题，或在每条前面加“- ”或编号。',
    'No headlines were found. Put one headline on each line, or “- ” or a number before each.',
    placeOf(file),
  );
}

function onlyTooLong(line: number, file: string | undefined): Trouble {
  return trouble(
    'line-too-long',
    `第 ${line} 行超过 ${HEADLINE_LIMIT} 字，不像标题，也没有找到其他标题。请每行放一条标题。`,
    `Line ${line} is over ${HEADLINE_LIMIT} characters, too long for a headline, and there is no other. Put one headline on each line.`,
    placeOf(file, line),
  );
}

function tooManyLines(file: string | undefined): Trouble {
  return trouble(
    'file-too-large',
    `列表超过 ${LIST_LINE_LIMIT} 行，无法一次打开。请拆成几个文件。`,
    `The list has over ${LIST_LINE_LIMIT} lines, too many to open at once. Split it into several files.`,
    placeOf(file, LIST_LINE_LIMIT + 1),
  );
}
