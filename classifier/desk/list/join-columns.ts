import { type DeskColumns, numberOf } from './desk-columns.ts';
import type { ListColumns } from './list-columns.ts';
import { type ScoreColumns, scoreColumns } from './packed-scores.ts';
import { allTexts, type PackedTexts } from './packed-texts.ts';
import { rankBlocks } from './text-ranks.ts';

const SCORES = ['score', 'sensational', 'implausible', 'band'] as const;

/** The columns of several feeds as one list, in the order given. What is read when asked for first stays so. */
export function joinColumns(parts: readonly ListColumns[]): ListColumns {
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  let ranks: Uint32Array | undefined;
  let dates: Uint32Array | undefined;
  const texts = function* () {
    for (const part of parts) yield* part.texts();
  };
  return {
    size,
    texts,
    ranks: () => {
      ranks ??= ranksOf(texts());
      return ranks;
    },
    dates: () => {
      dates ??= joined(
        new Uint32Array(size),
        parts.map((part) => part.dates()),
      );
      return dates;
    },
    scores: joinScores(parts, size),
    desk: joinDesk(parts.map(({ desk }) => desk)),
    hits: null,
    digests: null,
    disagreements: null,
  };
}

function ranksOf(texts: Iterable<PackedTexts>): Uint32Array {
  const all = allTexts(texts);
  const ranks = new Uint32Array(all.length);
  let from = 0;
  for (const { data } of rankBlocks(all)) {
    const some = new Uint32Array(data.slice().buffer);
    ranks.set(some, from);
    from += some.length;
  }
  return ranks;
}

function joinScores(parts: readonly ListColumns[], size: number): ScoreColumns {
  const scores = scoreColumns(size);
  let from = 0;
  for (const part of parts) {
    for (const name of SCORES) scores[name].set(part.scores[name], from);
    from += part.size;
  }
  return scores;
}

/** The part of a list's scores that is one feed's. */
export function scoresOfPart(scores: ScoreColumns, from: number, size: number): ScoreColumns {
  const part = scoreColumns(size);
  for (const name of SCORES) part[name].set(scores[name].subarray(from, from + size));
  return part;
}

/** The same for what the desk has decided; names have other numbers in each part. */
export function joinDesk(parts: readonly DeskColumns[]): DeskColumns {
  const size = parts.reduce((sum, { labels }) => sum + labels.length, 0);
  const names: string[] = [];
  const desk: DeskColumns = {
    labels: joined(
      new Uint8Array(size),
      parts.map((part) => part.labels),
    ),
    labelledAt: joined(
      new Uint32Array(size),
      parts.map((part) => part.labelledAt),
    ),
    dispositions: joined(
      new Uint8Array(size),
      parts.map((part) => part.dispositions),
    ),
    flags: joined(
      new Uint8Array(size),
      parts.map((part) => part.flags),
    ),
    skips: joined(
      new Uint8Array(size),
      parts.map((part) => part.skips),
    ),
    annotators: new Uint16Array(size),
    names,
  };
  let from = 0;
  for (const part of parts) {
    const numbers = part.names.map((name) => numberOf(names, name));
    part.annotators.forEach((number, at) => {
      desk.annotators[from + at] = numbers[number] ?? 0;
    });
    from += part.labels.length;
  }
  return desk;
}

function joined<Column extends Uint8Array | Uint32Array>(into: Column, parts: readonly Column[]): Column {
  let from = 0;
  for (const part of parts) {
    into.set(part, from);
    from += part.length;
  }
  return into;
}
