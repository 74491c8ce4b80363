/** One line of a byte stream, without its line end; `bytes` is null where the line is longer than the limit. */
export interface ByteLine {
  readonly line: number;
  readonly bytes: Uint8Array | null;
}

const LF = 0x0a;
const CR = 0x0d;

/** Cuts a byte stream at LF and CR LF, holding at most `limit` bytes of a line in memory. Lines count from 1. */
export async function* byteLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<ByteLine> {
  let held: Uint8Array[] = [];
  let length = 0;
  let line = 1;
  const hold = (piece: Uint8Array): void => {
    length += piece.length;
    if (length <= limit) held.push(piece);
    else held = [];
  };
  const take = (): ByteLine => {
    const whole = held.length === 1 ? (held[0] as Uint8Array) : Buffer.concat(held);
    const taken = { line, bytes: length > limit ? null : withoutCr(whole) };
    held = [];
    length = 0;
    line += 1;
    return taken;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      hold(chunk.subarray(start, end));
      yield take();
      start = end + 1;
    }
    if (start < chunk.length) hold(chunk.subarray(start));
  }
  if (length > 0) yield take();
}

function withoutCr(bytes: Uint8Array): Uint8Array {
  return bytes.at(-1) === CR ? bytes.subarray(0, -1) : bytes;
}
