import {
  BLANKS,
  type CharacterSet,
  complement,
  DIGITS,
  HAN,
  NO_LINE_END,
  union,
  WORD_SIGNS,
} from './character-set.ts';

/** A place that a pattern may demand: the ends of the text, or the edge of an ASCII word. */
export type Place = 'start' | 'end' | 'edge';

/** A pattern as a tree. */
export type PatternNode =
  | { readonly kind: 'sign'; readonly set: CharacterSet }
  | { readonly kind: 'place'; readonly place: Place }
  | { readonly kind: 'row'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly branches: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly part: PatternNode;
      readonly least: number;
      /** Infinity where there is no limit. */
      readonly most: number;
      readonly isLazy: boolean;
    };

/** Repetitions beyond this RE2 refuses too. */
const MOST_REPEATS = 1000;
const DEEPEST = 100;

interface Cursor {
  readonly source: string;
  at: number;
  depth: number;
}

/** Thrown inside this file alone: the pattern uses syntax that is left to RE2. */
const UNKNOWN = Symbol('unknown syntax');

/**
 * Parses the part of RE2's syntax that rules use: characters, classes, `. ^ $ \b \d \w \s \p{Han}`, groups, choices and
 * repetitions. Null for everything else (flags, names, other Unicode classes), which RE2 itself may still know.
 */
export function parsePattern(source: string): PatternNode | null {
  const cursor: Cursor = { source, at: 0, depth: 0 };
  try {
    const node = readChoice(cursor);
    return cursor.at === source.length ? node : null;
  } catch (problem) {
    if (problem === UNKNOWN) return null;
    throw problem;
  }
}

function readChoice(cursor: Cursor): PatternNode {
  cursor.depth += 1;
  if (cursor.depth > DEEPEST) throw UNKNOWN;
  const branches = [readRow(cursor)];
  while (take(cursor, '|')) branches.push(readRow(cursor));
  cursor.depth -= 1;
  return branches.length === 1 ? (branches[0] as PatternNode) : { kind: 'choice', branches };
}

function readRow(cursor: Cursor): PatternNode {
  const parts: PatternNode[] = [];
  for (;;) {
    const next = cursor.source.charAt(cursor.at);
    if (next === '' || next === '|' || next === ')') return { kind: 'row', parts };
    parts.push(readRepeats(cursor, readAtom(cursor)));
  }
}

function readRepeats(cursor: Cursor, part: PatternNode): PatternNode {
  const counts = readCounts(cursor);
  if (counts === null) return part;
  const [least, most] = counts;
  const isLazy = take(cursor, '?');
  // RE2 refuses a repetition of a repetition such as a**; one of a place says nothing.
  if (part.kind === 'place' || readCounts(cursor) !== null) throw UNKNOWN;
  return { kind: 'repeat', part, least, most, isLazy };
}

function readCounts(cursor: Cursor): readonly [number, number] | null {
  if (take(cursor, '*')) return [0, Number.POSITIVE_INFINITY];
  if (take(cursor, '+')) return [1, Number.POSITIVE_INFINITY];
  if (take(cursor, '?')) return [0, 1];
  if (cursor.source.charAt(cursor.at) !== '{') return null;
  const found = /^\{(\d{1,4})(,(\d{0,4}))?\}/.exec(cursor.source.slice(cursor.at, cursor.at + 12));
  if (found === null) throw UNKNOWN;
  const least = Number(found[1]);
  const most = found[2] === undefined ? least : found[3] === '' ? Number.POSITIVE_INFINITY : Number(found[3]);
  if (least > MOST_REPEATS || (Number.isFinite(most) && (most > MOST_REPEATS || most < least))) throw UNKNOWN;
  cursor.at += found[0].length;
  return [least, most];
}

function readAtom(cursor: Cursor): PatternNode {
  const sign = readSign(cursor);
  if (sign === '(') {
    if (take(cursor, '?') && !take(cursor, ':')) throw UNKNOWN;
    const node = readChoice(cursor);
    if (!take(cursor, ')')) throw UNKNOWN;
    return node;
  }
  if (sign === '[') return { kind: 'sign', set: readClass(cursor) };
  if (sign === '.') return { kind: 'sign', set: NO_LINE_END };
  if (sign === '^') return { kind: 'place', place: 'start' };
  if (sign === '$') return { kind: 'place', place: 'end' };
  if (sign === '\\') {
    if (take(cursor, 'b')) return { kind: 'place', place: 'edge' };
    return { kind: 'sign', set: readEscape(cursor) };
  }
  if ('*+?{)'.includes(sign)) throw UNKNOWN;
  return { kind: 'sign', set: single(sign) };
}

/** What follows a backslash. */
function readEscape(cursor: Cursor): CharacterSet {
  const sign = readSign(cursor);
  const known = ESCAPES[sign];
  if (known !== undefined) return known;
  if (sign === 'p' && cursor.source.startsWith('{Han}', cursor.at)) {
    cursor.at += 5;
    return HAN;
  }
  if (!/^[!-/:-@[-`{-~]$/.test(sign)) throw UNKNOWN;
  return single(sign);
}

const ESCAPES: Readonly<Record<string, CharacterSet>> = {
  d: DIGITS,
  D: complement(DIGITS),
  w: WORD_SIGNS,
  W: complement(WORD_SIGNS),
  s: BLANKS,
  S: complement(BLANKS),
};

/** What follows an opening bracket, up to and with the closing one. */
function readClass(cursor: Cursor): CharacterSet {
  const isNegated = take(cursor, '^');
  const sets: CharacterSet[] = [];
  do {
    const low = readMember(cursor);
    if (cursor.source.charAt(cursor.at) === '-' && cursor.source.charAt(cursor.at + 1) !== ']') {
      cursor.at += 1;
      const high = readMember(cursor);
      if (low.length !== 2 || high.length !== 2 || low[0] !== low[1] || high[0] !== high[1]) throw UNKNOWN;
      if ((low[0] as number) > (high[0] as number)) throw UNKNOWN;
      sets.push([low[0] as number, high[0] as number]);
    } else sets.push(low);
  } while (!take(cursor, ']'));
  const set = union(sets);
  return isNegated ? complement(set) : set;
}

function readMember(cursor: Cursor): CharacterSet {
  const sign = readSign(cursor);
  if (sign === '\\') return readEscape(cursor);
  // A bracket inside a class is a named class or needs care; nobody writes it.
  if (sign === '[' || sign === ']') throw UNKNOWN;
  return single(sign);
}

/** The next character, of one or two UTF-16 units. */
function readSign(cursor: Cursor): string {
  const code = cursor.source.codePointAt(cursor.at);
  if (code === undefined) throw UNKNOWN;
  const sign = String.fromCodePoint(code);
  cursor.at += sign.length;
  return sign;
}

function take(cursor: Cursor, sign: string): boolean {
  if (cursor.source.charAt(cursor.at) !== sign) return false;
  cursor.at += 1;
  return true;
}

function single(sign: string): CharacterSet {
  const code = sign.codePointAt(0) as number;
  return [code, code];
}
