import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Sentence, trouble } from '#classifier/core/trouble.ts';
import { shownName } from '../decode-text.ts';
import { decodeBytes } from './decode-bytes.ts';
import { NESTING_LIMIT, REJECTED_LIMIT, ROW_LIMIT } from './limits.ts';
import { isGzip, isZip } from './packed.ts';
import { readCsv, tellDialect } from './read-csv.ts';
import { docxText, isDocument } from './read-docx.ts';
import { readFeed, readOpml } from './read-feed.ts';
import { readHtml } from './read-html.ts';
import { readJson, readJsonLines } from './read-json.ts';
import { readTextList } from './read-text-list.ts';
import { isWorkbook, readXlsx } from './read-xlsx.ts';
import { readZip } from './read-zip.ts';
import type {
  EncodingName,
  Rows,
  SourceChoices,
  SourceKind,
  SourceReading,
  SourceRow,
} from './source-reading.ts';
import { BAD_BYTES, nothingFound, overLimit, unsupported } from './source-troubles.ts';
import { tellTextKind } from './tell-kind.ts';
import { agree, kindByName } from './text-kind.ts';
import { gunzip, unzip } from './unpack.ts';

/** Kinds that are told by their first bytes and not read, with what to do instead. */
const OTHER_KINDS: readonly (readonly [string, Sentence])[] = [
  [
    '\xd0\xcf\x11\xe0',
    {
      zh: '是旧版 Office 文件（.xls、.doc）或加了密码。请去掉密码，另存为 .xlsx 或 .docx。',
      en: 'is an Office file of the old kind (.xls, .doc) or has a password. Remove the password and save it as .xlsx or .docx.',
    },
  ],
  [
    '%PDF',
    { zh: '是 PDF。请把其中的标题复制后粘贴进来。', en: 'is a PDF. Copy its headlines and paste them.' },
  ],
  ['\x89PNG', { zh: '是图片，里面没有文字。', en: 'is a picture and holds no text.' }],
  ['\xff\xd8\xff', { zh: '是图片，里面没有文字。', en: 'is a picture and holds no text.' }],
  [
    'Rar!',
    {
      zh: '是 RAR 压缩包。请解开后打开其中的文件，或改用 zip。',
      en: 'is a RAR archive. Unpack it and open its files, or use zip.',
    },
  ],
  [
    '7z\xbc\xaf',
    {
      zh: '是 7z 压缩包。请解开后打开其中的文件，或改用 zip。',
      en: 'is a 7z archive. Unpack it and open its files, or use zip.',
    },
  ],
];

/**
 * Reads the bytes of any kind of source: lists in text, tables, JSON, workbooks, documents, pages, feeds, archives of
 * these. What it is the content decides, then the name; what was chosen comes before both. Never throws for bad
 * input. Every reader is bounded by limits.ts.
 */
export async function readSource(
  bytes: Uint8Array,
  file: string,
  choices: SourceChoices = {},
  nesting = 0,
): Promise<Result<SourceReading>> {
  if (nesting > NESTING_LIMIT)
    return failed(
      unsupported(file, {
        zh: '的压缩层数太多，没有打开。',
        en: 'is compressed too many times over and was not opened.',
      }),
    );
  if (isGzip(bytes)) {
    const content = gunzip(bytes, file);
    return content.ok ? readSource(content.value, file.replace(/\.gz$/i, ''), choices, nesting + 1) : content;
  }
  if (isZip(bytes)) return checked(await readPacked(bytes, file, choices, nesting), file);
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const other = OTHER_KINDS.find(([magic]) => start.startsWith(magic));
  if (other !== undefined) return failed(unsupported(file, other[1]));
  const decoded = decodeBytes(bytes, file, choices.encoding);
  if (!decoded.ok) return decoded;
  const { text, encoding, isDamaged } = decoded.value;
  const read = readText(text, file, choices, encoding);
  return checked(read.ok && isDamaged ? withoutDamaged(read.value, file) : read, file);
}

/** Reads a text of any kind, one that was pasted or decoded. */
export function readText(
  text: string,
  file: string,
  choices: SourceChoices = {},
  encoding: EncodingName | null = null,
): Result<SourceReading> {
  const kind = choices.kind ?? tellTextKind(text, file);
  const read = readTextAs(kind, text, file, choices.column);
  return read.ok ? done(named({ ...read.value, kind, encoding }, file, choices)) : read;
}

function readTextAs(kind: SourceKind, text: string, file: string, column: string | undefined): Result<Rows> {
  switch (kind) {
    case 'list':
      return readTextList(text, file);
    case 'csv':
      return readCsv(text, file, tellDialect(text) ?? { delimiter: ',', quote: '"' }, column);
    case 'tsv':
      return readCsv(text, file, { delimiter: '\t', quote: '"' }, column);
    case 'json':
      return readJson(text, file, column);
    case 'jsonl':
      return readJsonLines(text, file, column);
    case 'html':
      return readHtml(text, file);
    case 'feed':
      return readFeed(text, file);
    case 'opml':
      return readOpml(text, file);
    default:
      return failed(unsupported(file, { zh: `不是 ${kind} 文件。`, en: `is no ${kind} file.` }));
  }
}

async function readPacked(
  bytes: Uint8Array,
  file: string,
  choices: SourceChoices,
  nesting: number,
): Promise<Result<SourceReading>> {
  const entries = unzip(bytes, file);
  if (!entries.ok) return entries;
  const encoding = null;
  if (isWorkbook(entries.value)) {
    const read = await readXlsx(entries.value, file, choices);
    return read.ok ? done(named({ ...read.value, kind: 'xlsx', encoding }, file, choices)) : read;
  }
  if (isDocument(entries.value)) {
    const text = await docxText(entries.value, file);
    const read = text.ok
      ? readText(text.value, 'document', {
          ...choices,
          kind: tellTextKind(text.value, '') === 'tsv' ? 'tsv' : 'list',
        })
      : text;
    return read.ok ? done(named({ ...read.value, kind: 'docx', encoding, notes: [] }, file, choices)) : read;
  }
  const inner: SourceChoices = { ...choices };
  const read = await readZip(entries.value, file, (content, name) =>
    readSource(content, name, inner, nesting + 1),
  );
  return read.ok ? done({ ...read.value, kind: 'zip', encoding }) : read;
}

/** Says so where a name promised another kind. */
function named(reading: SourceReading, file: string, choices: SourceChoices): SourceReading {
  const promised = kindByName(file);
  if (choices.kind !== undefined || promised === null || agree(promised, reading.kind)) return reading;
  const note = {
    zh: `扩展名像 ${promised}，内容却是 ${reading.kind}，已按内容读取`,
    en: `its name says ${promised} but its content is ${reading.kind}; it was read by its content`,
  };
  return { ...reading, notes: [note, ...reading.notes] };
}

/** Keeps the rows aside that hold bytes of another encoding. */
function withoutDamaged(reading: SourceReading, file: string): Result<SourceReading> {
  const isGood = ({ text, details }: SourceRow) =>
    !text.includes('\uFFFD') && !JSON.stringify(details).includes('\uFFFD');
  const rows = reading.rows.filter(isGood);
  const bad = reading.rows
    .filter((row) => !isGood(row))
    .map(({ row, text }) => ({ row, reason: BAD_BYTES, content: text }));
  const rejected = [...reading.rejected, ...bad].sort((a, b) => a.row - b.row);
  return rows.length > 0
    ? done({ ...reading, rows, rejected })
    : failed(nothingFound(file, bad[0]?.row, BAD_BYTES));
}

const TOO_MANY = { zh: `超过 ${ROW_LIMIT} 条`, en: `holds over ${ROW_LIMIT} rows` };

function checked(read: Result<SourceReading>, file: string): Result<SourceReading> {
  if (!read.ok) return read;
  if (read.value.rows.length > ROW_LIMIT) return failed(overLimit(file, TOO_MANY));
  if (read.value.rejected.length <= REJECTED_LIMIT) return read;
  const name = shownName(file);
  return failed(
    trouble(
      'no-headlines',
      `“${name}”有 ${read.value.rejected.length} 行读不了，多半是格式、编码或列选得不对，没有读入。`,
      `${read.value.rejected.length} rows of “${name}” cannot be read: most likely its format, encoding or column is another. Nothing was taken.`,
      { file },
    ),
  );
}
