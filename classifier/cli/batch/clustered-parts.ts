import { clusterVerdicts } from '#classifier/desk/cluster-verdicts.ts';
import { readBlock } from '#classifier/interchange/block-lines.ts';
import { createFlatReader } from '#classifier/interchange/flat-record.ts';
import type { BatchPart } from './run-batch.ts';

/**
 * Reads all parts, finds the clusters of all their headlines, and gives the parts with what is said of each. The
 * bytes and headlines of the whole input are held meanwhile.
 */
export async function* clusteredParts(parts: AsyncIterable<BatchPart>): AsyncGenerator<BatchPart> {
  const held: { part: BatchPart; headlines: number }[] = [];
  const texts: string[] = [];
  const flat = createFlatReader();
  for await (const part of parts) {
    const before = texts.length;
    if (part.part.kind === 'block') {
      const { bytes, start } = part.part.block;
      readBlock(bytes, start === 0, flat, {
        headline: (text) => texts.push(text),
        flat: (buffer, from, to) => texts.push(buffer.toString('utf8', from, to)),
        bad: () => {},
      });
    }
    held.push({ part, headlines: texts.length - before });
  }
  const verdictOf = clusterVerdicts(texts);
  let from = 0;
  for (const { part, headlines } of held) {
    const clusters = Array.from({ length: headlines }, (_, at) => JSON.stringify(verdictOf(from + at)));
    from += headlines;
    yield { ...part, clusters };
  }
}
