import { createHash } from 'node:crypto';
import { stringify } from 'csv-stringify/sync';
import { type JsonRecord, writeJsonLine } from '../json-line.ts';
import type { LabelRecord } from '../label-lines.ts';
import { COLUMNS, cellOf } from './columns.ts';
import { defanged } from './defanged.ts';
import { LABEL_NAMES, namesOf } from './label-names.ts';

/** Everything that a record says but its text and label, flat. */
function metaOf({ rest, text: _text, sensational: _s, implausible: _i, ...said }: LabelRecord): JsonRecord {
  return { ...said, ...rest };
}

/** doccano's own JSON Lines: id, text, all metadata flat, label as a sorted list, Comments. */
export function writeDoccano(records: readonly LabelRecord[]): string {
  return jsonLines(
    records.map((record, at) => {
      const { id, label, Comments, ...meta } = metaOf(record);
      const kept = {
        ...(id === undefined ? {} : { source_id: id }),
        ...(label === undefined ? {} : { source_label: label }),
      };
      const comments = Comments === undefined ? {} : { source_Comments: Comments };
      return {
        id: at + 1,
        text: record.text,
        ...meta,
        ...kept,
        ...comments,
        label: namesOf(record).sort(),
        Comments: [],
      };
    }),
  );
}

/** doccano's CSV: labels joined by #, without a byte order mark. */
export function writeDoccanoCsv(records: readonly LabelRecord[]): string {
  const meta = COLUMNS.filter(({ key }) => !['text', 'sensational', 'implausible', 'id'].includes(key));
  const head = ['id', 'text', ...meta.map(({ key }) => key), 'source_id', 'label', 'Comments'];
  const rows = records.map((record, at) => {
    const cells = meta.map((column) => cellOf(record, column)?.toString() ?? '');
    return [at + 1, record.text, ...cells, record.rest.id ?? '', namesOf(record).sort().join('#'), ''];
  });
  return stringify([head, ...rows.map((cells) => cells.map(defanged))]);
}

/** Label Studio's tasks with their annotations; what it has no field for stands in the task's data under `jianwen`. */
export function writeLabelStudio(records: readonly LabelRecord[]): string {
  const annotators = [...new Set(records.map(({ annotator = '' }) => annotator))];
  const groups = [...Map.groupBy(records, ({ text }) => text)];
  let next = 0;
  const tasks = groups.map(([text, labels], at) => ({
    id: at + 1,
    data: { text, jianwen: labels.map(metaOf) },
    annotations: labels.map((record) => {
      next += 1;
      const { labelledAt = null, annotator = '', ruling = false, seconds } = record;
      return {
        id: next,
        completed_by: annotators.indexOf(annotator) + 1,
        result: [choice(`a${next}`, namesOf(record))],
        was_cancelled: false,
        ground_truth: ruling,
        created_at: labelledAt,
        updated_at: labelledAt,
        lead_time: seconds ?? null,
        result_count: 1,
        task: at + 1,
      };
    }),
    predictions: labels.flatMap(({ model, score }) =>
      model === undefined || score === undefined ? [] : [{ model_version: model, score, result: [] }],
    ),
  }));
  return `${JSON.stringify(tasks, null, 1)}\n`;
}

function choice(id: string, choices: readonly string[]) {
  return { id, from_name: 'label', to_name: 'text', type: 'choices', value: { choices } };
}

/** The labelling configuration that goes with {@link writeLabelStudio}. */
export const LABEL_STUDIO_CONFIG = `<View>
  <Text name="text" value="$text"/>
  <Choices name="label" toName="text" choice="multiple" required="true" showInLine="true">
    <Choice value="sensational" hint="耸动：措辞夸大、引诱" hotkey="1"/>
    <Choice value="implausible" hint="离奇：事情本身难以置信" hotkey="2"/>
    <Choice value="credible" hint="可信：两者都不是" hotkey="3"/>
  </Choices>
</View>
`;

/** Prodigy's choice tasks as \`db-out\` gives them. Hashes are its 32-bit numbers, of our own making: it keeps those it is given. */
export function writeProdigy(records: readonly LabelRecord[]): string {
  return jsonLines(
    records.map((record) => {
      const accept = namesOf(record);
      const { labelledAt, annotator } = record;
      return {
        text: record.text,
        _input_hash: hash32(record.text),
        _task_hash: hash32(JSON.stringify([record.text, LABEL_NAMES])),
        options: LABEL_NAMES.map((id) => ({ id, text: id })),
        _view_id: 'choice',
        config: { choice_style: 'multiple' },
        accept,
        answer: 'accept',
        ...(labelledAt === undefined ? {} : { _timestamp: Math.floor(Date.parse(labelledAt) / 1000) }),
        ...(annotator === undefined ? {} : { _annotator_id: annotator, _session_id: annotator }),
        meta: metaOf(record),
      };
    }),
  );
}

function hash32(text: string): number {
  return createHash('sha256').update(text).digest().readInt32BE(0);
}

/** Argilla's flat records (\`to_list(flatten=True)\`) with one question, \`label\`, of many labels. */
export function writeArgilla(records: readonly LabelRecord[]): string {
  const groups = Map.groupBy(records, ({ text }) => text);
  return jsonLines(
    [...groups].map(([text, labels]) => {
      const suggested = labels.find(({ model }) => model !== undefined);
      return {
        id: labels[0]?.digest ?? text,
        text,
        'label.responses': labels.map(namesOf),
        'label.responses.users': labels.map(({ annotator = '' }) => annotator),
        'label.responses.status': labels.map(() => 'submitted'),
        ...(suggested === undefined
          ? {}
          : {
              'label.suggestion': null,
              'label.suggestion.score': suggested.score,
              'label.suggestion.agent': suggested.model,
            }),
      };
    }),
  );
}

/** fastText's training lines. */
export function writeFasttext(records: readonly LabelRecord[]): string {
  return records
    .map((record) => {
      const labels = namesOf(record).map((name) => `__label__${name}`);
      return `${labels.join(' ')} ${record.text.replace(/\s+/g, ' ').trim()}\n`;
    })
    .join('');
}

/** Hugging Face: JSON Lines whose every row has the same keys and kinds; what has no column is JSON in \`metadata\`. */
export function writeHuggingface(records: readonly LabelRecord[]): string {
  return jsonLines(
    records.map((record) => {
      const named = COLUMNS.map((column) => [column.key, cellOf(record, column)] as const);
      const rest = Object.entries(record.rest).filter(
        ([key]) => !COLUMNS.some((column) => column.key === key),
      );
      return {
        ...Object.fromEntries(named),
        metadata: rest.length === 0 ? null : JSON.stringify(Object.fromEntries(rest)),
      };
    }),
  );
}

function jsonLines(rows: readonly JsonRecord[]): string {
  return rows.map(writeJsonLine).join('');
}
