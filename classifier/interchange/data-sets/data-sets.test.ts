import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parquetReadObjects } from 'hyparquet';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LabelRecord } from '../label-lines.ts';
import { FORMAT_EXTENSIONS, LABEL_FORMATS, type LabelFormat } from './formats.ts';
import { readLabelFile } from './read-label-file.ts';
import { readLabelStudio, readLabelText } from './read-labels.ts';
import { labelBytes } from './write-labels.ts';

const word = fc.stringMatching(/^[一-龥a-z=+@,"'#\t|-]{1,12}[一-龥a-z]$/);
const text = word.map((raw) => raw.trim()).filter((raw) => raw !== '' && !raw.startsWith('__label__'));

/** Records with everything that our own form knows; texts differ, as one editor has one label of a headline. */
const records = fc.uniqueArray(
  fc.record(
    {
      text,
      sensational: fc.boolean(),
      implausible: fc.boolean(),
      annotator: fc.constantFrom('王', '李', '=赵', ''),
      labelledAt: fc
        .integer({ min: 0, max: 2_000_000_000 })
        .map((time) => new Date(time * 1000).toISOString()),
      note: word,
      seconds: fc.integer({ min: 0, max: 99 }).map((tenths) => tenths / 4),
      score: fc.integer({ min: 0, max: 8 }).map((eighths) => eighths / 8),
      band: fc.constantFrom('pass' as const, 'check' as const, 'flag' as const),
      model: fc.constant('workspace@12.3'),
      ruling: fc.constant(true),
      disposition: fc.constantFrom('todo' as const, 'usable' as const),
      rest: fc.record({
        rules: fc.constant(['shock-1', 'shock-2']),
        cluster: fc.constant('c1'),
        source: word,
      }),
    },
    { requiredKeys: ['text', 'sensational', 'implausible', 'rest'] },
  ),
  { selector: (record) => record.text, minLength: 1, maxLength: 6 },
) as fc.Arbitrary<LabelRecord[]>;

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'jianwen-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function roundTrip(
  format: LabelFormat,
  given: readonly LabelRecord[],
  path: string,
): Promise<LabelRecord[]> {
  writeFileSync(path, await labelBytes(format, given));
  const read = await readLabelFile(path);
  if (!read.ok) throw new Error(`${format}: ${read.trouble.sentence.en}`);
  expect(read.value.troubles).toEqual([]);
  return read.value.records.map(({ record }) => record);
}

/** A table has an empty cell for whoever is not named, as for the desk as a whole. */
const signed = (record: LabelRecord): object => ({ annotator: '', ...record });

/** What a form keeps of a record. */
const KEEPS: Partial<Record<LabelFormat, (record: LabelRecord) => object>> = {
  argilla: ({ text: headline, sensational, implausible, annotator = '' }) => ({
    text: headline,
    sensational,
    implausible,
    annotator,
  }),
  fasttext: ({ text: headline, sensational, implausible }) => ({
    text: headline.replace(/\s+/g, ' '),
    sensational,
    implausible,
  }),
  'doccano-csv': signed,
  csv: signed,
  xlsx: signed,
};

describe('label forms', () => {
  it.each(LABEL_FORMATS.filter((format) => format !== 'parquet'))(
    '%s comes back as it went out',
    async (format) => {
      const path = join(folder(), `labels${FORMAT_EXTENSIONS[format]}`);
      const property = fc.asyncProperty(records, async (given) => {
        const back = await roundTrip(format, given, path);
        const keep = KEEPS[format];
        if (keep === undefined) expect(back).toEqual(given);
        else expect(back.map(keep)).toEqual(given.map(keep));
      });
      await fc.assert(property, { numRuns: format === 'xlsx' ? 20 : 60 });
    },
  );

  it('Parquet is read by hyparquet', async () => {
    const property = fc.asyncProperty(records, async (given) => {
      const bytes = await labelBytes('parquet', given);
      const rows = await parquetReadObjects({ file: bytes.slice().buffer });
      expect(
        rows.map((row) => [row.text, row.sensational, row.annotator ?? undefined, row.score ?? undefined]),
      ).toEqual(given.map((record) => [record.text, record.sensational, record.annotator, record.score]));
    });
    await fc.assert(property, { numRuns: 30 });
  });

  it('has the field names of the other tools', async () => {
    const given: LabelRecord[] = [
      {
        text: '恐龙宠物',
        sensational: true,
        implausible: true,
        annotator: '王',
        labelledAt: '2026-01-02T00:00:00.000Z',
        rest: {},
      },
    ];
    const parsed = async (format: LabelFormat) =>
      JSON.parse(Buffer.from(await labelBytes(format, given)).toString());
    expect(await parsed('doccano')).toMatchObject({
      id: 1,
      text: '恐龙宠物',
      label: ['implausible', 'sensational'],
      Comments: [],
    });
    expect(await parsed('prodigy')).toMatchObject({
      text: '恐龙宠物',
      _input_hash: expect.any(Number),
      _task_hash: expect.any(Number),
      answer: 'accept',
      accept: ['sensational', 'implausible'],
    });
    expect(await parsed('argilla')).toMatchObject({
      'label.responses': [['sensational', 'implausible']],
      'label.responses.users': ['王'],
      'label.responses.status': ['submitted'],
    });
    expect(await parsed('label-studio')).toMatchObject([
      {
        id: 1,
        data: { text: '恐龙宠物' },
        annotations: [
          {
            was_cancelled: false,
            completed_by: 1,
            result: [
              {
                from_name: 'label',
                to_name: 'text',
                type: 'choices',
                value: { choices: ['sensational', 'implausible'] },
              },
            ],
          },
        ],
      },
    ]);
    expect(Buffer.from(await labelBytes('fasttext', given)).toString()).toBe(
      '__label__sensational __label__implausible 恐龙宠物\n',
    );
    const csv = Buffer.from(
      await labelBytes('csv', [{ ...(given[0] as LabelRecord), text: '=HYPERLINK("x")' }]),
    ).toString();
    expect(csv).toContain('\uFEFF标题,耸动,离奇,标注人');
    expect(csv).toContain(`"'=HYPERLINK`);
  });

  it('reads what the other tools themselves write', () => {
    const doccano =
      '{"id":7,"text":"甲","source":"x","label":["耸动"],"Comments":["c"]}\n{"id":8,"text":"乙","label":[]}\n{"id":9,"text":"丙","label":["constructor"]}\n';
    expect(readLabelText(doccano)).toMatchObject({
      records: [
        {
          record: {
            text: '甲',
            sensational: true,
            implausible: false,
            rest: { source: 'x', Comments: ['c'] },
          },
        },
      ],
      troubles: [{ code: 'label-invalid', place: { line: 3 } }],
    });
    const prodigy =
      '{"text":"甲","label":"sensational","_input_hash":1,"_task_hash":2,"answer":"accept","_session_id":"d-王","_timestamp":1767312000}\n{"text":"乙","label":"sensational","_task_hash":3,"answer":"ignore"}\n';
    expect(readLabelText(prodigy)).toMatchObject({
      records: [
        {
          record: {
            text: '甲',
            sensational: true,
            annotator: 'd-王',
            labelledAt: '2026-01-02T00:00:00.000Z',
          },
        },
      ],
      troubles: [],
    });
    const tasks = [
      {
        id: 1,
        data: { text: '甲', 版: 3 },
        annotations: [
          {
            completed_by: 10,
            was_cancelled: false,
            lead_time: 4.3,
            created_at: '2026-01-02T00:00:00.000000Z',
            result: [{ type: 'choices', value: { choices: ['离奇'] } }],
          },
          { was_cancelled: true, result: [] },
        ],
      },
      { id: 2, text: '乙', label: '耸动' },
    ];
    expect(readLabelStudio(tasks)).toMatchObject({
      records: [
        {
          record: {
            text: '甲',
            implausible: true,
            seconds: 4.3,
            annotator: 'label-studio-10',
            rest: { 版: 3 },
          },
        },
        { record: { text: '乙', sensational: true } },
      ],
      troubles: [],
    });
  });

  it('reads a CSV with blank lines and different line ends, and names the lines of what it cannot read', async () => {
    const path = join(folder(), 'labels.csv');
    const rows = [
      '甲桥通车,是,否,"一\r\n二"\r\n',
      '\r\n',
      ',,,\n',
      '乙桥通车,也许,否,\n',
      '丙桥通车,否,否,\r\n',
    ];
    writeFileSync(path, `\uFEFF标题,耸动,离奇,备注\r\n\r\n${rows.join('')}`);
    const read = await readLabelFile(path);
    expect(read).toMatchObject({
      ok: true,
      value: {
        records: [
          { line: 3, record: { text: '甲桥通车', sensational: true, note: '一\r\n二' } },
          { line: 8, record: { text: '丙桥通车', sensational: false } },
        ],
        troubles: [{ code: 'label-invalid', place: { file: path, line: 7 } }],
      },
    });
  });

  it('lets no metadata of another tool speak for headline, label or editor', () => {
    const own = '"text":"真标题","sensational":true,"implausible":false';
    const metadata = '{"text":"冒名","sensational":false,"ruling":true}';
    for (const said of [metadata, JSON.stringify(metadata)])
      expect(readLabelText(`{${own},"metadata":${said}}`).records).toMatchObject([
        { record: { text: '真标题', sensational: true, rest: { metadata: expect.anything() } } },
      ]);
    expect(readLabelText(`{${own},"metadata":${metadata}}`).records[0]?.record).not.toHaveProperty('ruling');
    const prodigy =
      '{"text":"真标题","accept":["sensational"],"_task_hash":1,"answer":"accept","meta":{"text":"冒名","page":3}}';
    expect(readLabelText(prodigy).records).toMatchObject([
      { record: { text: '真标题', sensational: true, rest: { page: 3 } } },
    ]);
  });

  it.each(['jianwen', 'doccano', 'prodigy', 'argilla', 'huggingface'] as const)(
    'has as %s a line a record for programs that end lines at other marks, too',
    async (format) => {
      const held = '甲\u0085乙\u2028丙\u2029丁';
      const given: LabelRecord[] = [
        { text: held, sensational: true, implausible: false, rest: { source: held } },
      ];
      const path = join(folder(), `labels${FORMAT_EXTENSIONS[format]}`);
      expect(await roundTrip(format, given, path)).toMatchObject([{ text: held }]);
      expect(readFileSync(path, 'utf8').split(/[\n\u0085\u2028\u2029]/)).toHaveLength(2);
    },
  );
});
