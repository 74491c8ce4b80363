import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Sentence, trouble } from '#classifier/core/trouble.ts';
import { shownName } from '../decode-text.ts';
import {
  DEPTH_LIMIT,
  isDeeperThan,
  isRecord,
  JSON_LINE_LIMIT,
  type JsonRecord,
  parseExactly,
  parseJsonLine,
} from '../json-line.ts';
import { isBlank, linesOf } from '../lines.ts';
import { columnAsked } from './column-names.ts';
import { headlineAt, headlineList } from './json-list.ts';
import { ROW_LIMIT } from './limits.ts';
import { createCollector, type DetailsMaker, detailsMaker } from './make-row.ts';
import { plainRows, type Rows } from './source-reading.ts';
import { noSuchColumn, nothingFound, overLimit, unsupported } from './source-troubles.ts';

const NO_RECORD: Sentence = { zh: '不是 JSON 对象', en: 'it is not a JSON object' };
const NO_FIELD: Sentence = { zh: '没有标题字段', en: 'it has no field with a headline' };
const TOO_DEEP: Sentence = {
  zh: `的嵌套超过 ${DEPTH_LIMIT} 层，没有打开。`,
  en: `is nested over ${DEPTH_LIMIT} deep and was not opened.`,
};
const TOO_MANY = { zh: `超过 ${ROW_LIMIT} 条`, en: `holds over ${ROW_LIMIT} records` };
/** Records whose keys are offered as columns. */
const SAMPLE = 1000;

/** A record with its place; null where there is none, with the text that stands there. */
interface Placed {
  readonly row: number;
  readonly record: JsonRecord | string | null;
  readonly content: () => string;
  readonly reason?: Sentence;
}

/**
 * Reads one JSON document: a list of texts or records, or an object with such a list in it; see {@link headlineList}.
 * Troubles: line-not-json with its line, column-missing, no-headlines, file-kind-unsupported where nested too deep.
 */
export function readJson(text: string, file: string, column?: string): Result<Rows> {
  let value: unknown;
  try {
    const parsed: unknown = JSON.parse(text);
    const isDeep = typeof parsed === 'object' && parsed !== null && isDeeperThan(parsed, DEPTH_LIMIT);
    if (isDeep) return failed(unsupported(file, TOO_DEEP));
    value = parseExactly(text);
  } catch (error) {
    return failed(notJson(file, lineOfError(error, text)));
  }
  if (typeof value !== 'object' || value === null) return failed(nothingFound(file));
  const list = headlineList(value) ?? [value];
  if (list.length > ROW_LIMIT) return failed(overLimit(file, TOO_MANY));
  const placed = list.map((item, at): Placed => {
    const content = () => JSON.stringify(item);
    return { row: at + 1, record: typeof item === 'string' || isRecord(item) ? item : null, content };
  });
  return fromRecords(placed, file, column);
}

/** Reads JSON Lines. Troubles: column-missing, no-headlines, file-too-large. */
export function readJsonLines(text: string, file: string, column?: string): Result<Rows> {
  const placed: Placed[] = [];
  for (const { text: content, line } of linesOf(text)) {
    if (isBlank(content)) continue;
    if (placed.length === ROW_LIMIT) return failed(overLimit(file, TOO_MANY));
    const parsed = parseJsonLine(content, { line });
    const record = parsed.ok ? parsed.value : null;
    const reason = parsed.ok ? {} : { reason: reasonFor(content) };
    placed.push({ row: line, record, content: () => content, ...reason });
  }
  return fromRecords(placed, file, column);
}

const LONG_LINE: Sentence = { zh: '这一行太长', en: 'the line is too long' };
const BROKEN: Sentence = { zh: '不是完整的 JSON 对象', en: 'it is not a whole JSON object' };

function reasonFor(content: string): Sentence {
  return content.length > JSON_LINE_LIMIT ? LONG_LINE : BROKEN;
}

function fromRecords(placed: readonly Placed[], file: string, asked?: string): Result<Rows> {
  const columns = keysOf(placed);
  const wanted = asked === undefined ? undefined : columns[columnAsked(columns, asked)];
  if (asked !== undefined && wanted === undefined) return failed(noSuchColumn(file, asked, columns));
  const collector = createCollector();
  const makers = new Map<string, DetailsMaker>();
  const used = new Map<string, number>();
  for (const { row, record, content, reason } of placed) {
    if (typeof record === 'string') collector.take(row, record.trim(), () => null, content);
    else if (record === null) collector.reject(row, reason ?? NO_RECORD, content());
    else takeRecord(record, row, content);
  }
  const { rows, rejected } = collector;
  if (rows.length === 0) return failed(nothingFound(file, rejected[0]?.row, rejected[0]?.reason));
  const column = wanted ?? [...used].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  return done(
    columns.length === 0 ? plainRows(rows, rejected) : { ...plainRows(rows, rejected), columns, column },
  );

  function takeRecord(record: JsonRecord, row: number, content: () => string): void {
    const keys = Object.keys(record);
    const at = wanted === undefined ? headlineAt(keys, record) : keys.indexOf(wanted);
    const key = keys[at];
    const value = key === undefined ? undefined : record[key];
    if (key === undefined || typeof value !== 'string') {
      collector.reject(row, NO_FIELD, content());
      return;
    }
    used.set(key, (used.get(key) ?? 0) + 1);
    collector.take(row, value, () => makerFor(makers, keys, at)(Object.values(record)), content);
  }
}

function makerFor(makers: Map<string, DetailsMaker>, keys: readonly string[], at: number): DetailsMaker {
  const name = JSON.stringify([at, keys]);
  const known = makers.get(name);
  if (known !== undefined) return known;
  const maker = detailsMaker(keys, at);
  // Keys may differ from record to record without end.
  if (makers.size < SAMPLE) makers.set(name, maker);
  return maker;
}

function keysOf(placed: readonly Placed[]): string[] {
  const keys = new Set<string>();
  for (const { record } of placed.slice(0, SAMPLE)) {
    if (typeof record !== 'string' && record !== null) for (const key of Object.keys(record)) keys.add(key);
  }
  return [...keys].slice(0, SAMPLE);
}

/** The line at which the parser gave up. */
function lineOfError(error: unknown, text: string): number {
  const said = error instanceof Error ? error.message : '';
  const line = /line (\d+)/.exec(said)?.[1];
  if (line !== undefined) return Number(line);
  const place = /position (\d+)/.exec(said)?.[1];
  return text.slice(0, place === undefined ? text.length : Number(place)).split('\n').length;
}

function notJson(file: string, line: number) {
  const name = shownName(file);
  return trouble(
    'line-not-json',
    `“${name}”第 ${line} 行起不是完整的 JSON，可能被截断或缺少引号、括号。`,
    `“${name}” is not complete JSON from line ${line} on: it may be cut off, or a quote or bracket is missing.`,
    { file, line },
  );
}
