import { TRADITIONAL_SIMPLIFIED_PAIRS } from './simplified-table.ts';

const BLANK = 0x20;
/** Extension A, the unified ideographs, Yi, Hangul syllables and private use: letters that nothing folds, by ranges. */
const PLAIN = [0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000, 0xa48c, 0xac00, 0xd7a3, 0xe000, 0xf8ff] as const;
const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

const UNITS = 0x10000;

/** What becomes of one UTF-16 unit: 0 asks for {@link foldCluster}, anything else replaces the unit one for one. */
const FOLDED = new Uint16Array(UNITS);
/** A bit for each unit of which that is worked out. All others are, once they are met: it takes 30 ms for all. */
const KNOWN = new Int32Array(UNITS / 32);
/** A bit for each unit that is known to stay as it is: small enough to stay in the fastest memory, unlike the others. */
const STABLE = new Int32Array(UNITS / 32);

for (let at = 0; at < PLAIN.length; at += 2) {
  setBits(STABLE, PLAIN[at] as number, (PLAIN[at + 1] as number) + 1);
}
for (let at = 0; at < TRADITIONAL_SIMPLIFIED_PAIRS.length; at += 2) {
  const simplified = TRADITIONAL_SIMPLIFIED_PAIRS.charCodeAt(at + 1);
  remember(TRADITIONAL_SIMPLIFIED_PAIRS.charCodeAt(at), foldedUnit(simplified));
}

/** Sets the bits from one unit to before another; 32 at a time, as this is done whenever the program starts. */
function setBits(bits: Int32Array, from: number, to: number): void {
  bits.fill(-1, (from + 31) >>> 5, to >>> 5);
  for (let unit = from; unit < to; unit += 1) {
    if ((unit & 31) === 0 && unit + 32 <= to) unit += 31;
    else bits[unit >>> 5] = (bits[unit >>> 5] as number) | (1 << (unit & 31));
  }
}

function remember(unit: number, folded: number): void {
  const bit = 1 << (unit & 31);
  const word = unit >>> 5;
  FOLDED[unit] = folded;
  KNOWN[word] = (KNOWN[word] as number) | bit;
  STABLE[word] = folded === unit ? (STABLE[word] as number) | bit : (STABLE[word] as number) & ~bit;
}

/** Whether the folded form of a unit is known to be the unit itself; false where that is not worked out yet. */
export function isStable(unit: number): boolean {
  return (((STABLE[unit >>> 5] as number) >>> (unit & 31)) & 1) === 1;
}

/** The folded form of one unit, or 0 where the unit must be folded with its neighbours or expands. */
export function foldedUnit(unit: number): number {
  if (isStable(unit)) return unit;
  if ((((KNOWN[unit >>> 5] as number) >>> (unit & 31)) & 1) === 0) {
    const once = foldUnit(unit);
    remember(unit, once === 0 || once === unit ? once : foldedUnit(once));
  }
  return FOLDED[unit] as number;
}

function foldUnit(unit: number): number {
  if (unit >= FIRST_SURROGATE && unit <= LAST_SURROGATE) return 0;
  if (unit === 0 || unit === BLANK) return BLANK;
  const text = String.fromCharCode(unit);
  if (/\s/u.test(text)) return BLANK;
  if (needsNeighbours(text) || isInvisible(unit)) return 0;
  const folded = text.normalize('NFKC').toLowerCase();
  return folded.length === 1 && !/\s/u.test(folded) ? folded.charCodeAt(0) : 0;
}

/** Marks, conjoining jamo and surrogates mean something only beside the units around them. */
function needsNeighbours(text: string): boolean {
  return /[\p{M}\p{Cs}\u1100-\u11ff]/u.test(text);
}

/** NFKC, lower case and simplified characters for a base character with its marks. */
export function foldCluster(cluster: string): string {
  const plain = cluster.normalize('NFKC').toLowerCase();
  let folded = '';
  for (let at = 0; at < plain.length; at += 1) {
    const unit = plain.charCodeAt(at);
    folded += String.fromCharCode(foldedUnit(unit) || unit);
  }
  return folded;
}

/** Zero-width, bidirectional, soft-hyphen and variation-selector characters: removed before scoring. */
export function isInvisible(unit: number): boolean {
  return isHiding(unit) || (unit >= 0xfe00 && unit <= 0xfe0f);
}

/**
 * Characters that can hide or reorder text: U+202A-202E and U+2066-2069 (CVE-2021-42574), zero-width U+200B-200F,
 * U+2060-2064, U+FEFF, U+061C, U+180E and the soft hyphen U+00AD.
 */
export function isHiding(unit: number): boolean {
  return (
    (unit >= 0x200b && unit <= 0x200f) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    (unit >= 0x2060 && unit <= 0x2069) ||
    unit === 0xfeff ||
    unit === 0x061c ||
    unit === 0x180e ||
    unit === 0x00ad
  );
}
