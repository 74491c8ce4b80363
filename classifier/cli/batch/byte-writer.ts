/** Puts bytes one behind another. */
export interface ByteWriter {
  /** Some bytes of others. */
  bytes(source: Uint8Array, from: number, to: number): void;
  /** A text that holds ASCII only. */
  ascii(text: string): void;
  text(text: string): void;
  /** What was put since it was last taken, in an ArrayBuffer of its own. */
  take(): Uint8Array<ArrayBuffer>;
}

const FIRST_SIZE = 1024 * 1024;
/** UTF-8 takes at most three bytes a UTF-16 unit. */
const MOST_A_UNIT = 3;

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
  return {
    bytes(source, from, to) {
      need(to - from);
      buffer.set(source.subarray(from, to), at);
      at += to - from;
    },
    ascii(text) {
      need(text.length);
      at += buffer.write(text, at, 'latin1');
    },
    text(text) {
      need(text.length * MOST_A_UNIT);
      at += buffer.write(text, at, 'utf8');
    },
    take() {
      const taken = new Uint8Array(buffer.subarray(0, at));
      at = 0;
      return taken;
    },
  };
}
