import { isUtf8 } from 'node:buffer';
import { setTimeout } from 'node:timers/promises';

const LF = 0x0a;
const OPEN = 0x7b;
/** A line beyond this goes on as it comes: the reader names it as too long. */
const LONGEST = 4 * 1024 * 1024;

/**
 * The lines of a stream that may pause, as JSON Lines: one that is no JSON object is a headline by itself. Whole lines are
 * given as soon as `delay` milliseconds have passed since the first of them came; a line that has not ended waits.
 */
export async function* flushedLines(
  chunks: AsyncIterable<Uint8Array>,
  delay: number,
): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  let ready: Uint8Array[] = [];
  let alarm: Promise<'due'> | null = null;
  for (let upcoming = source.next(); ; ) {
    const next = await Promise.race(alarm === null ? [upcoming] : [upcoming, alarm]);
    if (next !== 'due' && !next.done) {
      const cut = cutLines(Buffer.concat([rest, next.value]));
      rest = cut.rest;
      ready.push(...cut.lines);
      if (ready.length > 0 && delay > 0) alarm ??= setTimeout(delay, 'due' as const, { ref: false });
      upcoming = source.next();
    }
    const isEnd = next !== 'due' && next.done === true;
    if (isEnd && rest.length > 0) ready.push(asJsonLine(rest));
    if (ready.length > 0 && (isEnd || delay === 0 || next === 'due')) {
      yield Buffer.concat(ready);
      ready = [];
      alarm = null;
    }
    if (isEnd) return;
  }
}

function cutLines(bytes: Buffer): { readonly lines: Uint8Array[]; readonly rest: Uint8Array } {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, start)) {
    lines.push(asJsonLine(bytes.subarray(start, end + 1)));
    start = end + 1;
  }
  const rest = bytes.subarray(start);
  if (rest.length <= LONGEST) return { lines, rest };
  return { lines: [...lines, rest], rest: new Uint8Array() };
}

function asJsonLine(line: Uint8Array): Uint8Array {
  if (line[0] === OPEN || !isUtf8(line)) return line;
  const text = Buffer.from(line)
    .toString('utf8')
    .replace(/^\ufeff/, '');
  if (text.trim() === '' || text.trimStart().startsWith('{')) return line;
  const end = text.endsWith('\n') ? '\n' : '';
  return Buffer.from(`${JSON.stringify({ text: text.trim() })}${end}`);
}
