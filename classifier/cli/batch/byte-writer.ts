/** Puts bytes one behind another. */
export interface ByteWriter {
  /** Some bytes of others. */
  bytes(source: Uint8Array, from: number, to: number): void;
  /** So many ten-thousandths, more than none and fewer than all, as JSON prints the number. */
  share(share: number): void;
  /** A text as JSON prints it. */
  quoted(text: string): void;
  text(text: string): void;
  /** What was put since it was last taken, in an ArrayBuffer of its own. */
  take(): Uint8Array<ArrayBuffer>;
}

const FIRST_SIZE = 1024 * 1024;
/** UTF-8 takes at most three bytes a UTF-16 unit. */
const MOST_A_UNIT = 3;
/** Fewer bytes are copied faster by a loop than by a call. */
const WORTH_A_CALL = 512;
const ZERO = 0x30;
const DOT = 0x2e;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** A writer with one buffer that grows and stays. */
export function createByteWriter(): ByteWriter {
  let buffer = Buffer.allocUnsafeSlow(FIRST_SIZE);
  let at = 0;
  const need = (more: number): void => {
    if (at + more <= buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, at + more));
    larger.set(buffer.subarray(0, at));
    buffer = larger;
  };
  const text = (plain: string): void => {
    need(plain.length * MOST_A_UNIT);
    at += buffer.write(plain, at, 'utf8');
  };
  return {
    text,
    bytes(source, from, to) {
      need(to - from);
      if (to - from < WORTH_A_CALL) copy(source, from, to, buffer, at);
      else buffer.set(source.subarray(from, to), at);
      at += to - from;
    },
    share(share) {
      need(LONGEST_SHARE);
      at = putShare(share, buffer, at);
    },
    quoted(plain) {
      need(plain.length * MOST_A_UNIT + 2);
      const end = putQuoted(plain, buffer, at);
      if (end < 0) text(JSON.stringify(plain));
      else at = end;
    },
    take() {
      const taken = new Uint8Array(buffer.subarray(0, at));
      at = 0;
      return taken;
    },
  };
}

function copy(source: Uint8Array, from: number, to: number, into: Uint8Array, at: number): void {
  for (let place = from, target = at; place < to; place += 1, target += 1) {
    into[target] = source[place] as number;
  }
}

const LONGEST_SHARE = 6;

/** Puts ten-thousandths as a decimal; returns where it ends. */
function putShare(share: number, into: Uint8Array, at: number): number {
  const high = (share / 100) | 0;
  const low = share - high * 100;
  const tenth = (high / 10) | 0;
  const third = (low / 10) | 0;
  into[at] = ZERO;
  into[at + 1] = DOT;
  into[at + 2] = ZERO + tenth;
  into[at + 3] = ZERO + high - tenth * 10;
  into[at + 4] = ZERO + third;
  into[at + 5] = ZERO + low - third * 10;
  let end = at + LONGEST_SHARE;
  while (into[end - 1] === ZERO) end -= 1;
  return end;
}

/** Puts a text between quotation marks; returns where it ends, or -1 where JSON or UTF-8 would have to change it. */
function putQuoted(text: string, into: Uint8Array, from: number): number {
  let at = from;
  into[at] = QUOTE;
  at += 1;
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    if (unit < 0x20 || unit === QUOTE || unit === BACKSLASH || (unit & 0xf800) === 0xd800) return -1;
    if (unit < 0x80) {
      into[at] = unit;
      at += 1;
    } else if (unit < 0x800) {
      into[at] = 0xc0 | (unit >> 6);
      into[at + 1] = 0x80 | (unit & 0x3f);
      at += 2;
    } else {
      into[at] = 0xe0 | (unit >> 12);
      into[at + 1] = 0x80 | ((unit >> 6) & 0x3f);
      into[at + 2] = 0x80 | (unit & 0x3f);
      at += 3;
    }
  }
  into[at] = QUOTE;
  return at + 1;
}
