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
 * bytes alone, not on the chunks in which they come; a chunk is copied, so its memory may be used for the next. When the
 * stream fails, the whole lines that came are given first.
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
  let held = new Uint8Array(block);
  let length = 0;
  let start = 0;
  /** Within a line that is longer than a block. */
  let isLong = false;

  const hold = (piece: Uint8Array): void => {
    const before = length;
    length += piece.length;
    if (isLong && length > line + 1) return;
    if (length > held.length) held = copyOf(held, Math.max(length, held.length * 2));
    held.set(piece, before);
  };
  /** Gives the first bytes that are held; the rest moves to the next block. */
  const give = (taken: number, tooLong = false): LineBlock => {
    const bytes = tooLong ? new Uint8Array() : held.subarray(0, taken);
    const rest = new Uint8Array(block);
    if (!tooLong) rest.set(held.subarray(taken, length));
    held = rest;
    const given = { bytes, start, end: start + taken, tooLong };
    start += taken;
    length -= taken;
    return given;
  };
  function* wholeLines(): Generator<LineBlock> {
    const end = isLong ? 0 : held.subarray(0, length).lastIndexOf(LF) + 1;
    if (end > 0) yield give(end);
  }
  function* longLine(ended: boolean): Generator<LineBlock> {
    isLong = false;
    yield give(length, length - (ended ? 1 : 0) > line);
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
      else if (length > 0) yield give(length);
    },
  };
}

function copyOf(bytes: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(size);
  copy.set(bytes);
  return copy;
}
