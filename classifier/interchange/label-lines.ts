import { z } from 'zod';
import { DISPOSITIONS } from '#classifier/core/disposition.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Sentence, type Trouble, trouble } from '#classifier/core/trouble.ts';
import { HEADLINE_LIMIT, isTooLong } from './headline-limit.ts';
import { type JsonRecord, type LinePlace, parseJsonLine, writeJsonLine } from './json-line.ts';
import { isBlank, linesOf } from './lines.ts';

const known = z.object({
  text: z.string().refine((text) => !isBlank(text) && !isTooLong(text)),
  sensational: z.boolean(),
  implausible: z.boolean(),
  /** Empty for the desk as a whole. */
  annotator: z.string().max(200).exactOptional(),
  labelledAt: z.iso.datetime({ offset: true }).exactOptional(),
  digest: z.string().min(1).max(200).exactOptional(),
  note: z.string().exactOptional(),
  arguable: z.boolean().exactOptional(),
});

/**
 * What the desk adds to a label: how it was decided, and what becomes of the headline. A key whose value is not of
 * this kind means something else to the program that wrote it, and is kept as it is.
 */
const desk = z.object({
  seconds: z.number().min(0).exactOptional(),
  score: z.number().min(0).max(1).exactOptional(),
  band: z.enum(['pass', 'check', 'flag']).exactOptional(),
  model: z.string().min(1).max(200).exactOptional(),
  sawOther: z.boolean().exactOptional(),
  ruling: z.boolean().exactOptional(),
  disposition: z.enum(DISPOSITIONS).exactOptional(),
  assignee: z.string().min(1).max(200).exactOptional(),
  recheck: z.iso.date().exactOptional(),
});

type Desk = z.infer<typeof desk>;
type Known = z.infer<typeof known>;

/** One labelled headline, as our JSON Lines carry it. `rest` holds every key of the line that is not named here. */
export type LabelRecord = Readonly<Known & Desk> & { readonly rest: JsonRecord };

/** The labels of a file with the line of each, and one trouble for every line that could not be read. */
export interface LabelReading {
  readonly records: readonly { readonly record: LabelRecord; readonly line: number }[];
  readonly troubles: readonly Trouble[];
}

const KNOWN_KEYS = Object.keys(known.shape) as (keyof Known)[];
const DESK_KEYS = Object.keys(desk.shape) as (keyof Desk)[];

const EXPECTED: Record<keyof Known, Sentence> = {
  text: {
    zh: `应为不空的文字，最多 ${HEADLINE_LIMIT} 字`,
    en: `should be text, at most ${HEADLINE_LIMIT} characters`,
  },
  sensational: { zh: '应为 true 或 false', en: 'should be true or false' },
  implausible: { zh: '应为 true 或 false', en: 'should be true or false' },
  annotator: { zh: '应为标注者姓名，最多 200 字', en: 'should be a name of at most 200 characters' },
  labelledAt: {
    zh: '应为 ISO 8601 时间，如 2026-01-02T19:07:00Z',
    en: 'should be an ISO 8601 time such as 2026-01-02T19:07:00Z',
  },
  digest: { zh: '应为文字，最多 200 字', en: 'should be text of at most 200 characters' },
  note: { zh: '应为文字', en: 'should be text' },
  arguable: { zh: '应为 true 或 false', en: 'should be true or false' },
};

/** Reads label JSON Lines; blank lines are skipped. Every bad line is one trouble with its line number. */
export function readLabelLines(text: string, file?: string): LabelReading {
  const records: { record: LabelRecord; line: number }[] = [];
  const troubles: Trouble[] = [];
  for (const { text: content, line } of linesOf(text.startsWith('\uFEFF') ? text.slice(1) : text)) {
    if (isBlank(content)) continue;
    const record = readLabelLine(content, file === undefined ? { line } : { file, line });
    if (record.ok) records.push({ record: record.value, line });
    else troubles.push(record.trouble);
  }
  return { records, troubles };
}

/** Reads one label. Troubles: line-not-json, line-too-long, label-invalid. */
export function readLabelLine(line: string, place: LinePlace): Result<LabelRecord> {
  const parsed = parseJsonLine(line, place);
  return parsed.ok ? labelFromRecord(parsed.value, place) : parsed;
}

/** A label from a record with our keys. Troubles: label-invalid. */
export function labelFromRecord(value: JsonRecord, place: LinePlace): Result<LabelRecord> {
  const checked = known.safeParse(value);
  if (!checked.success) return failed(labelInvalid(checked.error, place));
  const added = deskPart(value);
  const taken = [...KNOWN_KEYS, ...Object.keys(added)];
  const rest = Object.entries(value).filter(([key]) => !taken.some((name) => name === key));
  return done({ ...checked.data, ...added, rest: Object.fromEntries(rest) });
}

/** The keys of the desk whose values are of the right kind. */
function deskPart(value: JsonRecord): Desk {
  const right = DESK_KEYS.filter(
    (key) => Object.hasOwn(value, key) && desk.shape[key].safeParse(value[key]).success,
  );
  return desk.parse(Object.fromEntries(right.map((key) => [key, value[key]])));
}

/** Writes labels as JSON Lines: named keys in a fixed order, then the rest in its own; each line ends in LF. */
export function writeLabelLines(records: readonly LabelRecord[]): string {
  return records.map(writeLabelLine).join('');
}

function writeLabelLine(record: LabelRecord): string {
  const keys = [...KNOWN_KEYS, ...DESK_KEYS];
  const named = keys.flatMap((key) => (record[key] === undefined ? [] : [[key, record[key]] as const]));
  const rest = Object.entries(record.rest).filter(([key]) => !named.some(([name]) => name === key));
  return writeJsonLine(Object.fromEntries([...named, ...rest]));
}

function labelInvalid(error: z.ZodError, place: LinePlace): Trouble {
  const key = KNOWN_KEYS.find((name) => name === error.issues[0]?.path[0]) ?? 'text';
  return trouble(
    'label-invalid',
    `第 ${place.line} 行的字段“${key}”${EXPECTED[key].zh}。请改正这一行。`,
    `The field “${key}” in line ${place.line} ${EXPECTED[key].en}. Correct it.`,
    place,
  );
}
