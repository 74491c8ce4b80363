import { type CharacterSet, sizeOf } from './character-set.ts';
import type { PatternNode } from './pattern-syntax.ts';

/** Strings of which every match contains at least one. */
export type LiteralGroup = readonly string[];

/** What a match contains: a string of every group of at least one way. */
export type LiteralWays = readonly (readonly LiteralGroup[])[];

/** Larger classes say too little. */
const LARGEST_CLASS = 10;
/** Strings that are multiplied out, and how many where they are short. */
const MOST_STRINGS = 256;
const MOST_SHORT_STRINGS = 400;
const SHORT = 2;
const MOST_COPIES = 4;
/** Groups that are more common hardly keep a pattern from being tried; looking for them costs more. */
const COMMONPLACE = 0.1;

/** What a node's matches look like: all of them where they are few, and groups that every match touches. */
interface Shape {
  readonly exact: readonly string[] | null;
  readonly groups: readonly LiteralGroup[];
}

const UNKNOWN: Shape = { exact: null, groups: [] };

/**
 * Derives the literals that a pattern cannot match without, one way for each of its outermost choices (after Cox,
 * Regular Expression Matching with a Trigram Index, 2012). Null where some way demands no literal.
 */
export function literalWays(node: PatternNode): LiteralWays | null {
  const ways = branchesOf(node).map((branch) => groupsOf(shapeOf(branch)));
  return ways.some((groups) => groups.length === 0) ? null : ways;
}

/** How common the literals of a group are likely to be in Chinese text; the lower, the better it singles out. */
export function commonness(group: LiteralGroup): number {
  const WEIGHTS = [1, 0.02, 0.001];
  return group.reduce((sum, literal) => sum + (WEIGHTS[literal.length] ?? 0.0002), 0);
}

function branchesOf(node: PatternNode): readonly PatternNode[] {
  if (node.kind === 'choice') return node.branches.flatMap(branchesOf);
  const [only] = node.kind === 'row' ? node.parts : [];
  return only !== undefined && node.kind === 'row' && node.parts.length === 1 ? branchesOf(only) : [node];
}

function groupsOf({ exact, groups }: Shape): readonly LiteralGroup[] {
  const own = (exact === null || exact.includes('') ? groups : [...groups, exact]).map(withoutLonger);
  const telling = own.filter(
    (group, at) => !own.some((other, place) => place !== at && says(other, group, place > at)),
  );
  const rare = telling.filter((group) => commonness(group) < COMMONPLACE);
  return rare.length > 0 ? rare : telling;
}

/** Whether one group holding implies that another does; of two equal ones the later says it. */
function says(group: LiteralGroup, other: LiteralGroup, isLater: boolean): boolean {
  return implies(group, other) && (isLater || !implies(other, group));
}

/** Whether a text with a literal of one group has one of the other, too. */
export function implies(group: LiteralGroup, other: LiteralGroup): boolean {
  return group.every((literal) => other.some((part) => literal.includes(part)));
}

function shapeOf(node: PatternNode): Shape {
  if (node.kind === 'sign') return { exact: signsOf(node.set), groups: [] };
  if (node.kind === 'place') return { exact: [''], groups: [] };
  if (node.kind === 'row') return rowShape(node.parts.flatMap(partsOf));
  if (node.kind === 'choice') return choiceShape(node.branches.map(shapeOf));
  const inner = shapeOf(node.part);
  if (node.most === 1) return node.least === 1 ? inner : optional(inner);
  return node.least === 0 ? UNKNOWN : rowShape(partsOf(node));
}

/** The shapes that stand side by side in a node, so that what ends one may join with what begins the next. */
function partsOf(node: PatternNode): readonly Shape[] {
  if (node.kind === 'row') return node.parts.flatMap(partsOf);
  if (node.kind !== 'repeat' || node.least === 0 || node.most === 1) return [shapeOf(node)];
  const inner = partsOf(node.part);
  if (node.least === node.most && node.least <= MOST_COPIES) return Array(node.least).fill(inner).flat();
  return [...inner, UNKNOWN, ...inner];
}

function optional({ exact }: Shape): Shape {
  return exact === null ? UNKNOWN : { exact: ['', ...exact], groups: [] };
}

/** Strings side by side are multiplied out while they are few; where they are not, they end as a group. */
function rowShape(parts: readonly Shape[]): Shape {
  const groups: LiteralGroup[] = [];
  let strings: readonly string[] | null = [''];
  let isWhole = true;
  const close = (): void => {
    if (strings !== null && !strings.includes('')) groups.push(strings);
    isWhole = false;
  };
  for (const { exact, groups: inner } of parts) {
    groups.push(...inner);
    const product: readonly string[] | null = strings && exact && multiplied(strings, exact);
    if (product === null) {
      close();
      strings = exact;
    } else strings = product;
  }
  if (isWhole && strings !== null) return { exact: strings, groups };
  close();
  return { exact: null, groups };
}

function multiplied(strings: readonly string[], others: readonly string[]): readonly string[] | null {
  const most = strings.every(({ length }) => length < SHORT) ? MOST_SHORT_STRINGS : MOST_STRINGS;
  if (strings.length * others.length > most) return null;
  return [...new Set(strings.flatMap((string) => others.map((other) => string + other)))];
}

function choiceShape(branches: readonly Shape[]): Shape {
  const exact = branches.flatMap((branch) => branch.exact ?? []);
  if (branches.every((branch) => branch.exact !== null) && exact.length <= MOST_SHORT_STRINGS) {
    return { exact: [...new Set(exact)], groups: [] };
  }
  const best = branches.map((branch) =>
    [...groupsOf(branch)].sort((a, b) => commonness(a) - commonness(b)).at(0),
  );
  return { exact: null, groups: best.every((group) => group !== undefined) ? [best.flat()] : [] };
}

function signsOf(set: CharacterSet): readonly string[] | null {
  if (sizeOf(set) > LARGEST_CLASS) return null;
  const signs: string[] = [];
  for (let at = 0; at < set.length; at += 2) {
    for (let code = set[at] as number; code <= (set[at + 1] as number); code += 1) {
      signs.push(String.fromCodePoint(code));
    }
  }
  return signs;
}

/** A string that contains another of the group adds nothing to it. */
function withoutLonger(group: LiteralGroup): LiteralGroup {
  const distinct = [...new Set(group)];
  return distinct.filter(
    (literal) => !distinct.some((other) => other.length < literal.length && literal.includes(other)),
  );
}
