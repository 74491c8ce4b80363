import type { JsonRecord } from '../json-line.ts';
import type { LabelRecord } from '../label-lines.ts';

/** A column of a table of labels. */
interface Column {
  readonly key: string;
  readonly zh: string;
  readonly kind: 'text' | 'number' | 'boolean';
}

const column = (key: string, zh: string, kind: Column['kind'] = 'text'): Column => ({ key, zh, kind });

/** What a table of labels holds, in its order. */
export const COLUMNS: readonly Column[] = [
  column('text', '标题'),
  column('sensational', '耸动', 'boolean'),
  column('implausible', '离奇', 'boolean'),
  column('annotator', '标注人'),
  column('labelledAt', '标注时间'),
  column('note', '备注'),
  column('disposition', '处理'),
  column('assignee', '负责人'),
  column('recheck', '复查日期'),
  column('seconds', '用时（秒）', 'number'),
  column('score', '当时分数', 'number'),
  column('band', '当时档位'),
  column('model', '当时模型'),
  column('sawOther', '看过别人的标注', 'boolean'),
  column('ruling', '裁定', 'boolean'),
  column('arguable', '可争议', 'boolean'),
  column('source', '来源'),
  column('url', '链接'),
  column('publishedAt', '发布时间'),
  column('id', '编号'),
  column('rules', '命中规则'),
  column('cluster', '同题组'),
  column('digest', '指纹'),
];

/** A value of a record as it stands in a cell of a table; null where there is none. */
export function cellOf(record: LabelRecord, { key }: Column): string | number | boolean | null {
  const value: unknown =
    key in record && key !== 'rest' ? record[key as keyof LabelRecord] : record.rest[key];
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'object' ? JSON.stringify(value) : (value as string | number | boolean);
}

const TRUE = new Set(['true', '1', '是', 'yes', '√']);
const FALSE = new Set(['false', '0', '否', 'no', '']);

/**
 * The record of a row of cells by their headers, Chinese or English. Cells that are empty say nothing, but for one: in a
 * table that tells who gave a label, nobody signed where that cell is empty. A row of empty cells has no record.
 */
export function recordOf(headers: readonly string[], cells: readonly unknown[]): JsonRecord {
  const said = headers.flatMap((header, at): [string, unknown][] => {
    const cell = cells[at];
    if (isEmpty(cell)) return [];
    const known = columnOf(header);
    return [known === undefined ? [header, cell] : [known.key, valueOf(known, cell)]];
  });
  const tellsWho = said.length > 0 && headers.some((header) => columnOf(header)?.key === 'annotator');
  return { ...(tellsWho ? { annotator: '' } : {}), ...Object.fromEntries(said) };
}

function columnOf(header: string): Column | undefined {
  return COLUMNS.find(({ key, zh }) => header === key || header === zh);
}

function isEmpty(cell: unknown): boolean {
  return cell === null || cell === undefined || cell === '';
}

function valueOf({ key, kind }: Column, cell: unknown): unknown {
  if (key === 'rules') return String(cell).split(' ');
  if (kind === 'text') return String(cell);
  if (kind === 'number') return typeof cell === 'number' ? cell : Number(cell);
  if (typeof cell === 'boolean') return cell;
  const word = String(cell).trim().toLowerCase();
  if (TRUE.has(word)) return true;
  return FALSE.has(word) ? false : cell;
}
