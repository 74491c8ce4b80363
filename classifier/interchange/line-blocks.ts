/** Some whole lines of a byte stream. */
export interface LineBlock {
  /** The lines with their line ends, at the start of an ArrayBuffer of their own; empty where the line is too long. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of the stream before the block and up to its end. */
  readonly start: number;
  readonly end: number;
  /** The block is one line that is longer than the limit; it was not kept. */
  readonly tooLong: boolean;
}

/** How a byte stream is cut. */
export interface BlockSizes {
  /** Most bytes of a block that holds more than one line. */
  readonly block: number;
  /** Most bytes of a line, its LF not counted; one that fits into a block is always kept. */
  readonly line: number;
  /** Give the whole lines of each chunk at once, for a stream that may pause. */
  readonly eager?: boolean;
}

const LF = 0x0a;

/**
 * Cuts a byte stream behind LFs into blocks. Unless `eager`, where a block ends depends on where it starts and on the
 * bytes alone, not on the chunks in which they come. When the stream fails, the whole lines that came are given first.
 */
export async function* lineBlocks(
  chunks: AsyncIterable<Uint8Array>,
  sizes: BlockSizes,
): AsyncGenerator<LineBlock> {
  const cutter = createCutter(sizes);
  try {
    for await (const chunk of chunks) {
      yield* cutter.add(chunk);
      if (sizes.eager) yield* cutter.wholeLines();
    }
  } catch (error) {
    yield* cutter.wholeLines();
    throw error;
  }
  yield* cutter.rest();
}

interface Cutter {
  add(chunk: Uint8Array): Generator<LineBlock>;
  wholeLines(): Generator<LineBlock>;
  rest(): Generator<LineBlock>;
}

function createCutter({ block, line }: BlockSizes): Cutter {
  let held: Uint8Array[] = [];
  let length = 0;
  let start = 0;
  /** Within a line that is longer than a block. */
  let isLong = false;

  const hold = (piece: Uint8Array): void => {
    length += piece.length;
    if (!isLong || length <= line + 1) held.push(piece);
    else held = [];
  };
  const give = (bytes: Uint8Array<ArrayBuffer>, taken: number, tooLong: boolean): LineBlock => {
    const given = { bytes, start, end: start + taken, tooLong };
    start += taken;
    length -= taken;
    return given;
  };
  function* wholeLines(): Generator<LineBlock> {
    if (isLong || length === 0) return;
    const all = joined(held, length);
    const end = all.lastIndexOf(LF) + 1;
    if (end === 0) {
      held = [all];
      return;
    }
    held = end === length ? [] : [all.slice(end)];
    yield give(all.subarray(0, end), end, false);
  }
  function* longLine(ended: boolean): Generator<LineBlock> {
    const tooLong = length - (ended ? 1 : 0) > line;
    const bytes = tooLong ? new Uint8Array() : joined(held, length);
    [held, isLong] = [[], false];
    yield give(bytes, length, tooLong);
  }
  return {
    *add(chunk) {
      for (let at = 0; at < chunk.length; ) {
        const found = isLong ? chunk.indexOf(LF, at) + 1 : at + block - length;
        const end = found <= at ? chunk.length : Math.min(found, chunk.length);
        hold(chunk.subarray(at, end));
        at = end;
        if (isLong) {
          if (found > 0) yield* longLine(true);
        } else if (length >= block) {
          yield* wholeLines();
          isLong = length >= block;
        }
      }
    },
    wholeLines,
    *rest() {
      if (isLong) yield* longLine(false);
      else if (length > 0) yield give(joined(held, length), length, false);
    },
  };
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
