import type { Span } from '#classifier/core/span.ts';
import { ROLES, UNIT } from './claim-units.ts';
import { OPPOSITES, PLACE } from './contradiction-words.ts';

/** A number as it stands, with the characters that may be its unit. */
export interface NumberClaim {
  readonly digits: string;
  readonly unit: string;
  readonly span: Span;
}

/** A word of a pair of opposites, where it stands first. */
export interface OutcomeClaim {
  /** Place of the pair in the table of opposites. */
  readonly pair: number;
  readonly side: 0 | 1;
  readonly span: Span;
}

/** What a normalised headline says that another one can contradict. */
export interface Claims {
  readonly text: string;
  readonly numbers: readonly NumberClaim[];
  readonly places: readonly Span[];
  readonly outcomes: readonly OutcomeClaim[];
  /** Whether a negation may stand somewhere. */
  readonly negates: boolean;
}

const NUMBER = /(\d+(?:[.,]\d+)*|[零一二两三四五六七八九十百千]+)(?:多|余)?([万亿%]?[\p{Script=Han}a-z]?)/uy;
const NOWHERE: readonly Span[] = [];
const OUTCOMES: ReadonlyMap<number, readonly OutcomeWord[]> = Map.groupBy(
  OPPOSITES.flatMap(([one, other], pair): OutcomeWord[] => [
    { word: one, pair, side: 0 },
    { word: other, pair, side: 1 },
  ]),
  ({ word }) => word.charCodeAt(0),
);

interface OutcomeWord extends Pick<OutcomeClaim, 'pair' | 'side'> {
  readonly word: string;
}

/** Reads the claims of a normalised headline. Only characters that may begin one are looked at twice. */
export function claimsOf(text: string): Claims {
  const numbers: NumberClaim[] = [];
  const outcomes: OutcomeClaim[] = [];
  let seen = 0;
  let numberEnd = 0;
  for (let at = 0; at < text.length; at += 1) {
    const roles = ROLES[text.charCodeAt(at)] as number;
    if (roles === 0) continue;
    seen |= roles;
    if ((roles & UNIT.number) !== 0 && at >= numberEnd) numberEnd = readNumber(text, at, numbers);
    if ((roles & UNIT.outcome) !== 0) readOutcomes(text, at, outcomes);
  }
  const places = (seen & (UNIT.place | UNIT.placeEnd)) === 0 ? NOWHERE : placesOf(text, seen);
  return { text, numbers, places, outcomes, negates: (seen & UNIT.negation) !== 0 };
}

/** Reads the number that begins at `at`, and returns where the next may begin. */
function readNumber(text: string, at: number, into: NumberClaim[]): number {
  NUMBER.lastIndex = at;
  const match = NUMBER.exec(text);
  if (match === null) return at;
  const end = at + match[0].length;
  const unit = match[2] as string;
  if (unit !== '') into.push({ digits: match[1] as string, unit, span: { start: at, end } });
  return end;
}

/** All place names from left to right, none over another. */
function placesOf(text: string, seen: number): Span[] {
  const places: Span[] = [];
  const everywhere = (seen & UNIT.surrogate) !== 0;
  for (let at = 0; at < text.length; ) {
    PLACE.lastIndex = at;
    if (everywhere || mayBeginPlace(text, at)) {
      const match = PLACE.exec(text);
      if (match !== null) {
        places.push({ start: at, end: at + match[0].length });
        at += match[0].length;
        continue;
      }
    }
    at += 1;
  }
  return places;
}

/** A known name by its first two units, or two or three units in front of an administrative one. */
function mayBeginPlace(text: string, at: number): boolean {
  const named = has(text, at, UNIT.place) && has(text, at + 1, UNIT.placeSecond);
  if (named) return true;
  return (
    (has(text, at + 2, UNIT.placeEnd) || has(text, at + 3, UNIT.placeEnd)) &&
    !(at > 0 && isCommonHan(text.charCodeAt(at - 1)))
  );
}

function has(text: string, at: number, role: number): boolean {
  return at < text.length && ((ROLES[text.charCodeAt(at)] as number) & role) !== 0;
}

function isCommonHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** Notes the outcomes that begin at `at` and stand there for the first time. */
function readOutcomes(text: string, at: number, into: OutcomeClaim[]): void {
  for (const { word, pair, side } of OUTCOMES.get(text.charCodeAt(at)) ?? []) {
    if (!text.startsWith(word, at)) continue;
    if (into.some((known) => known.pair === pair && known.side === side)) continue;
    into.push({ pair, side, span: { start: at, end: at + word.length } });
  }
}
