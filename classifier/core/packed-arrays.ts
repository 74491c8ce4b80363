/** Numbers that a packed file holds. */
export type PackedArray = Float64Array | Int32Array;

/** What a packed file holds besides its kind and version: some data as JSON, and arrays by name. */
export interface Packed {
  readonly data: unknown;
  readonly arrays: Readonly<Record<string, PackedArray>>;
}

/** Kind and version of a packed file; a reader takes only what it knows. */
export interface PackedKind {
  readonly kind: string;
  readonly version: number;
}

/** Why bytes are not what was asked for: another kind of file, another version, or damaged. */
export type Unpacked =
  | ({ readonly ok: true } & Packed)
  | { readonly ok: false; readonly fault: 'other-kind' | 'other-version' | 'damaged' };

/** `JIANWEN` and a line feed, which a transfer as text would change. */
const MAGIC = [0x4e41494a, 0x0a4e4557];
/** In words: the magic, the checksum of everything behind it, and the length of the JSON in bytes. */
const CHECKSUM_AT = MAGIC.length;
const LENGTH_AT = CHECKSUM_AT + 1;
const HEADER_BYTES = 4 * (LENGTH_AT + 1);
/** Arrays begin at multiples of this, so that they can be used where they stand. */
const ALIGNMENT = 8;

interface Directory extends PackedKind {
  readonly data: unknown;
  readonly arrays: readonly {
    readonly name: string;
    readonly type: 'f64' | 'i32';
    readonly length: number;
  }[];
}

/** Packs data and arrays into the bytes of one file. Numbers are little-endian, as on every machine we run on. */
export function pack({ kind, version }: PackedKind, { data, arrays }: Packed): Uint8Array<ArrayBuffer> {
  const named = Object.entries(arrays);
  const directory: Directory = {
    kind,
    version,
    data,
    arrays: named.map(([name, array]) => ({
      name,
      type: array instanceof Float64Array ? 'f64' : 'i32',
      length: array.length,
    })),
  };
  const json = asciiJson(directory);
  let size = aligned(HEADER_BYTES + json.length);
  for (const [, array] of named) size = aligned(size + array.byteLength);
  const bytes = new Uint8Array(size);
  bytes.set(json, HEADER_BYTES);
  let at = aligned(HEADER_BYTES + json.length);
  for (const [, array] of named) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at = aligned(at + array.byteLength);
  }
  const words = new Int32Array(bytes.buffer);
  words.set(MAGIC);
  words[LENGTH_AT] = json.length;
  words[CHECKSUM_AT] = checksum(words.subarray(LENGTH_AT));
  return bytes;
}

/**
 * Unpacks a file of this kind. The arrays are views of the same memory, which must begin at a multiple of 8 bytes.
 * A file that stands beside the program and was made with it may be `trusted`: its checksum is not worked out.
 */
export function unpack(wanted: PackedKind, bytes: Uint8Array, trusted = false): Unpacked {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  if (words.length <= LENGTH_AT || MAGIC.some((word, at) => words[at] !== word)) return OTHER_KIND;
  const length = words[LENGTH_AT] as number;
  const isWhole = bytes.length % ALIGNMENT === 0 && length > 0 && length <= bytes.length - HEADER_BYTES;
  if (!isWhole) return DAMAGED;
  if (!trusted && words[CHECKSUM_AT] !== checksum(words.subarray(LENGTH_AT))) return DAMAGED;
  const directory: Directory = JSON.parse(textOf(bytes.subarray(HEADER_BYTES, HEADER_BYTES + length)));
  if (directory.kind !== wanted.kind) return OTHER_KIND;
  if (directory.version !== wanted.version) return { ok: false, fault: 'other-version' };
  const arrays: Record<string, PackedArray> = {};
  let at = aligned(HEADER_BYTES + length);
  for (const { name, type, length: numbers } of directory.arrays) {
    const size = numbers * (type === 'f64' ? Float64Array : Int32Array).BYTES_PER_ELEMENT;
    if (!(size >= 0 && at + size <= bytes.length)) return DAMAGED;
    const buffer = bytes.buffer as ArrayBuffer;
    const start = bytes.byteOffset + at;
    arrays[name] =
      type === 'f64' ? new Float64Array(buffer, start, numbers) : new Int32Array(buffer, start, numbers);
    at = aligned(at + size);
  }
  return { ok: true, data: directory.data, arrays };
}

const OTHER_KIND: Unpacked = { ok: false, fault: 'other-kind' };
const DAMAGED: Unpacked = { ok: false, fault: 'damaged' };

function aligned(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}

/** Changes with every word: each step is a bijection of what came before. After FNV-1a, by words. */
function checksum(words: Int32Array): number {
  let sum = 0x811c9dc5 | 0;
  for (let at = 0; at < words.length; at += 1) {
    sum = Math.imul(sum ^ (words[at] as number), 0x01000193);
    sum ^= sum >>> 15;
  }
  return sum;
}

/** JSON in ASCII: all other characters escaped. */
function asciiJson(data: unknown): Uint8Array {
  const json = JSON.stringify(data).replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Uint8Array.from(json, (sign) => sign.charCodeAt(0));
}

function textOf(bytes: Uint8Array): string {
  const CHUNK = 8192;
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + CHUNK) as unknown as number[]);
  }
  return text;
}
