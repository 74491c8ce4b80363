/**
 * A text as UTF-16 units between two places of an array that it may share with other texts. Strings are slower to read
 * and to make, so that most headlines never become one.
 */
export interface UnitText {
  units: Uint16Array;
  from: number;
  to: number;
  /** The same as a string; null until {@link stringOf} is asked for it. */
  text: string | null;
}

const SMALLEST = 256;
/** More arguments of one call might overflow the stack. */
const CHUNK = 4096;

export function createUnitText(): UnitText {
  return { units: new Uint16Array(SMALLEST), from: 0, to: 0, text: '' };
}

/** A text with units of its own. */
export function unitTextOf(text: string): UnitText {
  const units = new Uint16Array(text.length);
  return { units, from: 0, to: copyUnits(text, units, 0), text };
}

/** Puts a text in place of the one before, at the beginning of the array, which grows where it must. */
export function putText(into: UnitText, text: string): UnitText {
  if (into.units.length < text.length) into.units = new Uint16Array(text.length * 2);
  into.from = 0;
  into.to = copyUnits(text, into.units, 0);
  into.text = text;
  return into;
}

/** Copies the units of a text into an array that has room for them; returns the place behind. */
export function copyUnits(text: string, into: Uint16Array, at: number): number {
  for (let from = 0; from < text.length; from += 1) into[at + from] = text.charCodeAt(from);
  return at + text.length;
}

/** The text as a string, made when it is first asked for. */
export function stringOf(text: UnitText): string {
  text.text ??= unitsAsText(text.units, text.from, text.to);
  return text.text;
}

/** Units between two places as a string. */
export function unitsAsText(units: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let start = from; start < to; start += CHUNK) {
    // A plain array is spread in half the time that part of a typed one takes.
    const chunk = new Array<number>(Math.min(CHUNK, to - start));
    for (let at = 0; at < chunk.length; at += 1) chunk[at] = units[start + at] as number;
    text += String.fromCharCode.apply(null, chunk);
  }
  return text;
}

/**
 * Decodes valid UTF-8 between two places into an array that has room for as many units as there are bytes; returns the
 * place behind.
 */
export function decodeUnits(
  bytes: Uint8Array,
  from: number,
  to: number,
  into: Uint16Array,
  start: number,
): number {
  let at = start;
  for (let place = from; place < to; ) {
    const first = bytes[place] as number;
    if (first < 0x80) {
      into[at] = first;
      place += 1;
    } else if (first < 0xe0) {
      into[at] = ((first & 0x1f) << 6) | ((bytes[place + 1] as number) & 0x3f);
      place += 2;
    } else if (first < 0xf0) {
      into[at] =
        (first << 12) | (((bytes[place + 1] as number) & 0x3f) << 6) | ((bytes[place + 2] as number) & 0x3f);
      place += 3;
    } else {
      const code =
        ((first & 7) << 18) |
        (((bytes[place + 1] as number) & 0x3f) << 12) |
        (((bytes[place + 2] as number) & 0x3f) << 6) |
        ((bytes[place + 3] as number) & 0x3f);
      into[at] = 0xd7c0 + (code >> 10);
      into[at + 1] = 0xdc00 | (code & 0x3ff);
      at += 1;
      place += 4;
    }
    at += 1;
  }
  return at;
}
