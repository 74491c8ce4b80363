/** Normalised headlines that follow each other, as one string: each with a line feed behind it. */
export interface PackedTexts {
  readonly text: string;
  /** Where each headline's line feed stands. */
  readonly ends: Uint32Array;
  /** 1 where the headline as printed hides characters. */
  readonly hidden: Uint8Array;
}

/** A headline as it is packed; `text` is normalised and so holds no line feed. */
export interface PackedText {
  readonly text: string;
  readonly hidden: boolean;
}

const NUMBER = Uint32Array.BYTES_PER_ELEMENT;

/** Packs headlines into bytes: their number, their ends, their marks, their UTF-16 units. */
export function packTexts(headlines: readonly PackedText[]): Uint8Array {
  const count = headlines.length;
  const text = headlines.map((headline) => `${headline.text}\n`).join('');
  const bytes = Buffer.alloc(NUMBER + count * NUMBER + count + (count % 2) + text.length * 2);
  bytes.writeUInt32LE(count, 0);
  let end = -1;
  headlines.forEach((headline, at) => {
    end += headline.text.length + 1;
    bytes.writeUInt32LE(end, NUMBER + at * NUMBER);
    bytes[NUMBER + count * NUMBER + at] = headline.hidden ? 1 : 0;
  });
  bytes.write(text, unitsFrom(count), 'utf16le');
  return bytes;
}

/** The way back of {@link packTexts}. */
export function unpackTexts(packed: Uint8Array): PackedTexts {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  const count = bytes.readUInt32LE(0);
  const ends = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) ends[at] = bytes.readUInt32LE(NUMBER + at * NUMBER);
  const marks = NUMBER + count * NUMBER;
  return {
    text: bytes.toString('utf16le', unitsFrom(count)),
    ends,
    hidden: Uint8Array.from(bytes.subarray(marks, marks + count)),
  };
}

/** One of the packed headlines, normalised. */
export function textAt({ text, ends }: PackedTexts, at: number): string {
  return text.slice(at === 0 ? 0 : (ends[at - 1] as number) + 1, ends[at]);
}

/** All headlines of some blocks, normalised. */
export function allTexts(blocks: Iterable<PackedTexts>): string[] {
  return Array.from(blocks, (block) => Array.from(block.ends, (_, at) => textAt(block, at))).flat();
}

/** A hidden character that is not the first of the text; the blank before it is folded away. */
const HIDDEN = ' \u200b';

/** A text that is read exactly like the headline as printed: normalised, with a hidden character where it had any. */
export function readableAt(texts: PackedTexts, at: number): string {
  return readable({ text: textAt(texts, at), hidden: texts.hidden[at] === 1 });
}

/** The same for a headline before it is packed. What is normal already is read faster than the headline as printed. */
export function readable({ text, hidden }: PackedText): string {
  return hidden ? HIDDEN + text : text;
}

function unitsFrom(count: number): number {
  return NUMBER + count * NUMBER + count + (count % 2);
}
