/** A value of a row, as SQLite stores it. */
export type Cell = string | number | null | Uint8Array;

/** A row as it lies in a page. Columns that were added to the table after it was written are missing at its end. */
export interface LeafRow {
  readonly rowid: number;
  readonly cells: readonly Cell[];
}

/** The pages of a database file. */
export interface Pages {
  readonly usableSize: number;
  readonly count: number;
  /** A page by its number, from 1; null where there is none. */
  page(number: number): Buffer | null;
}

const LEAF_OF_TABLE = 0x0d;
const FILE_HEADER = 100;
/** Bytes; a payload that claims more is damaged. */
const LARGEST_ROW = 16 * 1024 * 1024;

/**
 * All rows that can still be read in a page of a database, whatever became of the pages around it: a leaf of a table holds
 * whole rows. Pages of other kinds give none, damaged rows are left out. By the file format of SQLite, sections 1.6 and 2
 * (sqlite.org/fileformat2.html).
 */
export function* leafRows(pages: Pages, number: number): Generator<LeafRow> {
  const page = pages.page(number);
  const start = number === 1 ? FILE_HEADER : 0;
  if (page === null || page.length < start + 8 || page[start] !== LEAF_OF_TABLE) return;
  const cells = page.readUInt16BE(start + 3);
  for (let at = 0; at < cells && start + 10 + 2 * at <= page.length; at += 1) {
    const row = readCell(pages, page, page.readUInt16BE(start + 8 + 2 * at));
    if (row !== null) yield row;
  }
}

function readCell(pages: Pages, page: Buffer, at: number): LeafRow | null {
  try {
    const size = readVarint(page, at);
    const rowid = readVarint(page, size.end);
    const payload = readPayload(pages, page, rowid.end, size.value);
    return payload === null ? null : { rowid: rowid.value, cells: readRecord(payload) };
  } catch (error) {
    // What points beyond its page is damaged.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The bytes of a row, with those that lie in overflow pages. */
function readPayload(pages: Pages, page: Buffer, at: number, size: number): Buffer | null {
  const { usableSize } = pages;
  if (size > LARGEST_ROW) return null;
  const most = usableSize - 35;
  if (size <= most) return at + size <= page.length ? page.subarray(at, at + size) : null;
  const least = Math.floor(((usableSize - 12) * 32) / 255) - 23;
  const fitting = least + ((size - least) % (usableSize - 4));
  const local = fitting <= most ? fitting : least;
  const parts = [page.subarray(at, at + local)];
  let next = page.readUInt32BE(at + local);
  for (let left = size - local; left > 0; left -= usableSize - 4) {
    const more = pages.page(next);
    if (more === null) return null;
    parts.push(more.subarray(4, 4 + Math.min(left, usableSize - 4)));
    next = more.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}

function readRecord(payload: Buffer): Cell[] {
  const header = readVarint(payload, 0);
  const cells: Cell[] = [];
  let at = header.value;
  for (let place = header.end; place < header.value; ) {
    const type = readVarint(payload, place);
    place = type.end;
    const length = lengthOf(type.value);
    if (at + length > payload.length) throw new RangeError('a value ends behind its row');
    cells.push(readValue(payload, at, type.value, length));
    at += length;
  }
  return cells;
}

const INTEGER_LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0];

function lengthOf(type: number): number {
  return type < 12 ? (INTEGER_LENGTHS[type] ?? 0) : (type - (type % 2 === 0 ? 12 : 13)) / 2;
}

function readValue(payload: Buffer, at: number, type: number, length: number): Cell {
  if (type === 0) return null;
  if (type === 8 || type === 9) return type - 8;
  if (type === 6) return Number(payload.readBigInt64BE(at));
  if (type === 7) return payload.readDoubleBE(at);
  if (type < 6) return payload.readIntBE(at, length);
  const bytes = payload.subarray(at, at + length);
  return type % 2 === 0 ? bytes : bytes.toString('utf8');
}

/** SQLite's number of one to nine bytes; exact up to 2⁵³. */
function readVarint(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let place = at; place < at + 8; place += 1) {
    const byte = bytes.readUInt8(place);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: place + 1 };
  }
  return { value: value * 256 + bytes.readUInt8(at + 8), end: at + 9 };
}
