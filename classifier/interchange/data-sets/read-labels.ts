import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { isRecord, type JsonRecord, type LinePlace, parseExactly, parseJsonLine } from '../json-line.ts';
import { type LabelReading, type LabelRecord, labelFromRecord } from '../label-lines.ts';
import { isBlank, linesOf } from '../lines.ts';
import { COLUMNS } from './columns.ts';
import { labelOf } from './label-names.ts';

/** A row of a label file in our own keys; null where it holds no label on purpose (skipped, ignored). */
type Converted = Result<JsonRecord | null>;

/**
 * Reads label JSON Lines of any tool, each line by its own keys: our own, doccano, Prodigy, Argilla, Hugging Face;
 * and fastText's lines. Every line that cannot be read is one trouble.
 */
export function readLabelText(text: string, file?: string): LabelReading {
  const records: { record: LabelRecord; line: number }[] = [];
  const troubles: Trouble[] = [];
  for (const { text: content, line } of linesOf(text.startsWith('\uFEFF') ? text.slice(1) : text)) {
    if (isBlank(content)) continue;
    const place = file === undefined ? { line } : { file, line };
    for (const read of readLine(content, place)) {
      if (read.ok) records.push({ record: read.value, line });
      else troubles.push(read.trouble);
    }
  }
  return { records, troubles };
}

function readLine(content: string, place: LinePlace): Result<LabelRecord>[] {
  if (content.startsWith('__label__')) return [checked(fromFasttext(content, place), place)].flat();
  const parsed = parseJsonLine(content, place);
  return parsed.ok ? readRecord(parsed.value, place) : [parsed];
}

/** The labels of one record of any tool; Argilla's holds several. */
export function readRecord(record: JsonRecord, place: LinePlace): Result<LabelRecord>[] {
  if ('label.responses' in record) return fromArgilla(record, place).flatMap((one) => checked(one, place));
  return checked(convert(record, place), place);
}

function checked(converted: Converted, place: LinePlace): Result<LabelRecord>[] {
  if (!converted.ok) return [converted];
  return converted.value === null ? [] : [labelFromRecord(converted.value, place)];
}

function convert(record: JsonRecord, place: LinePlace): Converted {
  if ('_task_hash' in record || 'answer' in record) return fromProdigy(record, place);
  if ('label' in record && !('sensational' in record)) return fromDoccano(record, place);
  return done(fromHuggingface(record));
}

function fromDoccano(record: JsonRecord, place: LinePlace): Converted {
  const { id, label, Comments, source_id, source_label, source_Comments, ...rest } = record;
  const names = Array.isArray(label) ? label.map(plain) : plain(label).split('#');
  if (names.length === 0 || names[0] === '') return done(null);
  const axes = labelOf(names);
  if (axes === null) return failed(unknownLabel(names, place));
  const notes = Array.isArray(Comments) && Comments.length > 0 ? { Comments } : {};
  const own = {
    ...(source_id === undefined ? {} : { id: source_id }),
    ...(source_label === undefined ? {} : { label: source_label }),
    ...(source_Comments === undefined ? notes : { Comments: source_Comments }),
  };
  return done({ ...rest, ...own, ...axes });
}

function fromProdigy(record: JsonRecord, place: LinePlace): Converted {
  const { text, accept, label, answer, meta, _timestamp, _annotator_id, _session_id } = record;
  if (answer === 'ignore') return done(null);
  const said = asRecord(meta);
  const names = Array.isArray(accept) ? accept.map(plain) : answer === 'reject' ? [] : [plain(label)];
  // A rejected yes-or-no question says of one label that it does not hold, and nothing of the other.
  if (names.length === 0) return done(null);
  const axes = labelOf(names);
  if (axes === null) return failed(unknownLabel(names, place));
  const annotator = said.annotator ?? _annotator_id ?? _session_id;
  const time = typeof _timestamp === 'number' ? timeOf(_timestamp * 1000) : {};
  return done({
    ...time,
    ...(annotator === undefined || annotator === null ? {} : { annotator }),
    ...said,
    text,
    ...axes,
  });
}

function fromArgilla(record: JsonRecord, place: LinePlace): Converted[] {
  const {
    text,
    'label.responses': responses,
    'label.responses.users': users,
    'label.responses.status': status,
  } = record;
  const [score, model] = [record['label.suggestion.score'], record['label.suggestion.agent']];
  if (!Array.isArray(responses)) return [done(null)];
  return responses.flatMap((response, at): Converted[] => {
    if (Array.isArray(status) && status[at] !== 'submitted') return [];
    const names = Array.isArray(response) ? response.map(plain) : [plain(response)];
    const axes = labelOf(names);
    if (axes === null) return [failed(unknownLabel(names, place))];
    const annotator: unknown = Array.isArray(users) ? users[at] : undefined;
    const shown = { ...(score == null ? {} : { score }), ...(model == null ? {} : { model }) };
    return [done({ text, ...axes, ...(annotator === undefined ? {} : { annotator }), ...shown })];
  });
}

function fromFasttext(line: string, place: LinePlace): Converted {
  const names: string[] = [];
  const text = line.replace(/__label__(\S+)\s*/gy, (_, name: string) => {
    names.push(name);
    return '';
  });
  const axes = labelOf(names);
  return axes === null ? failed(unknownLabel(names, place)) : done({ text, ...axes });
}

/** Hugging Face writes columns without a value as null, yes and no perhaps as 1 and 0, and the rest as JSON in one. */
function fromHuggingface(record: JsonRecord): JsonRecord {
  if (!('metadata' in record) && !Object.values(record).includes(null)) return record;
  const { metadata, ...said } = record;
  const named = Object.entries(said).filter(([, value]) => value !== null);
  const rules = typeof said.rules === 'string' ? { rules: said.rules.split(' ') } : {};
  return { ...Object.fromEntries(named), ...rules, ...restOf(metadata) };
}

/** What has no column. Metadata that names a column is not of our writing, and says nothing of headline and label. */
function restOf(metadata: unknown): JsonRecord {
  if (metadata === null || metadata === undefined) return {};
  try {
    const value: unknown = typeof metadata === 'string' ? parseExactly(metadata) : metadata;
    const isOwn = isRecord(value) && !COLUMNS.some(({ key }) => Object.hasOwn(value, key));
    return isOwn ? value : { metadata };
  } catch {
    return { metadata };
  }
}

/** Reads Label Studio's JSON: tasks with annotations, or its JSON_MIN with a label a task. Places are numbers of tasks. */
export function readLabelStudio(tasks: readonly unknown[], file?: string): LabelReading {
  const records: { record: LabelRecord; line: number }[] = [];
  const troubles: Trouble[] = [];
  tasks.forEach((task, at) => {
    const place = file === undefined ? { line: at + 1 } : { file, line: at + 1 };
    for (const read of fromTask(task, place).flatMap((one) => checked(one, place))) {
      if (read.ok) records.push({ record: read.value, line: at + 1 });
      else troubles.push(read.trouble);
    }
  });
  return { records, troubles };
}

function fromTask(task: unknown, place: LinePlace): Converted[] {
  const { data, annotations, ...flat } = asRecord(task);
  if (!Array.isArray(annotations))
    return [convert('label' in flat ? { ...flat, label: labelsOf(flat.label) } : flat, place)];
  const { text, jianwen, ...rest } = asRecord(data);
  return annotations.flatMap((annotation, at): Converted[] => {
    const { was_cancelled, result, lead_time, ground_truth, created_at, completed_by } = asRecord(annotation);
    if (was_cancelled === true || !Array.isArray(result)) return [];
    const names = result.flatMap((one) => {
      const { choices } = asRecord(asRecord(one).value);
      return Array.isArray(choices) ? choices.map(plain) : [];
    });
    const axes = labelOf(names);
    if (axes === null) return names.length === 0 ? [] : [failed(unknownLabel(names, place))];
    const own =
      Array.isArray(jianwen) && jianwen.length === annotations.length ? asRecord(jianwen[at]) : null;
    if (own !== null) return [done({ ...own, text, ...axes })];
    const time = typeof created_at === 'string' ? timeOf(created_at) : {};
    const by = completed_by === undefined ? {} : { annotator: nameOf(completed_by) };
    const seconds = typeof lead_time === 'number' ? { seconds: lead_time } : {};
    return [
      done({
        ...rest,
        text,
        ...axes,
        ...time,
        ...by,
        ...seconds,
        ...(ground_truth === true ? { ruling: true } : {}),
      }),
    ];
  });
}

function labelsOf(label: unknown): unknown {
  const { choices } = asRecord(label);
  return choices ?? label;
}

function nameOf(by: unknown): string {
  const { email } = asRecord(by);
  return typeof email === 'string' ? email : `label-studio-${plain(by)}`;
}

/** A name as text; nothing for what is neither text nor a number. */
function plain(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** When a label was given; nothing where that is no time. */
function timeOf(written: string | number): { readonly labelledAt?: string } {
  const time = new Date(written);
  return Number.isNaN(time.getTime()) ? {} : { labelledAt: time.toISOString() };
}

function asRecord(value: unknown): JsonRecord {
  return isRecord(value) ? value : {};
}

function unknownLabel(names: readonly string[], place: LinePlace): Trouble {
  const shown = names.join('、').slice(0, 100);
  return trouble(
    'label-invalid',
    `第 ${place.line} 行的标签“${shown}”不认识。认得的有：sensational/耸动、implausible/离奇、credible/可信（不与别的并列）。`,
    `The label “${shown}” in line ${place.line} is unknown. Known are sensational/耸动, implausible/离奇, and credible/可信 alone.`,
    place,
  );
}
