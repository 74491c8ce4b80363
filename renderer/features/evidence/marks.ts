import { AXES, type Axis } from '#classifier/core/axis.ts';
import type { Span } from '#classifier/core/span.ts';
import type { EvidenceDetail, EvidenceView } from '#contract/views.ts';
import { isSign } from './is-sign.ts';

/** Why a stretch of a headline is marked. */
export interface Mark {
  readonly axis: Axis;
  readonly kind: 'rule' | 'word';
}

/** A stretch of the headline and all marks that cover it. */
export interface Segment {
  readonly text: string;
  readonly start: number;
  readonly marks: readonly Mark[];
}

interface Stretch extends Mark {
  readonly span: Span;
}

/** Words of an axis that are marked at most, and the log-odds from which a word is worth a mark. */
const MOST_WORDS = 4;
const LEAST_POINTS = 0.3;

/** Cuts the headline where a mark begins or ends. Only what speaks for an axis is marked. */
export function markHeadline(detail: EvidenceDetail): readonly Segment[] {
  const stretches = AXES.flatMap((axis) => stretchesOf(axis, detail.axes[axis].parts));
  return segment(detail.headline.text, stretches);
}

function stretchesOf(axis: Axis, parts: readonly EvidenceView[]): readonly Stretch[] {
  const speaking = parts.filter(isSign).filter((part) => part.logOdds > 0);
  const rules = speaking.filter((part) => part.kind === 'rule');
  const words = speaking.filter((part) => part.kind === 'word' && part.logOdds >= LEAST_POINTS);
  return [...rules, ...words.slice(0, MOST_WORDS)].flatMap((part) =>
    part.spans.map((span) => ({ axis, kind: part.kind, span })),
  );
}

/** Cuts a text at the ends of the stretches. The segments' texts joined are the text. */
export function segment(text: string, stretches: readonly Stretch[]): readonly Segment[] {
  const cuts = new Set([0, text.length]);
  for (const { span } of stretches) {
    cuts.add(clamp(span.start, text.length));
    cuts.add(clamp(span.end, text.length));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1] ?? text.length;
    return { text: text.slice(start, end), start, marks: marksAt(stretches, start, end) };
  });
}

function marksAt(stretches: readonly Stretch[], start: number, end: number): readonly Mark[] {
  const covering = stretches.filter(({ span }) => span.start <= start && span.end >= end);
  const marks: Mark[] = [];
  for (const { axis, kind } of covering) {
    if (!marks.some((mark) => mark.axis === axis && mark.kind === kind)) marks.push({ axis, kind });
  }
  return marks;
}

function clamp(place: number, length: number): number {
  return Math.max(0, Math.min(length, place));
}
