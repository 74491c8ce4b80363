import type { CharacterSet } from './character-set.ts';
import type { PatternNode, Place } from './pattern-syntax.ts';

/** One step of a pattern's machine (Thompson 1968). `next` and `other` are steps; `next` is tried first. */
export type Step =
  | { readonly kind: 'sign'; readonly set: CharacterSet; next: number }
  | { readonly kind: 'place'; readonly place: Place; next: number }
  | { readonly kind: 'fork'; next: number; other: number }
  | { readonly kind: 'match' };

/** A pattern as a machine that starts at the step `start`. */
export interface PatternProgram {
  readonly steps: readonly Step[];
  readonly start: number;
}

/** A larger machine is left to RE2, which has its own limits. */
const MOST_STEPS = 20_000;

/**
 * Turns a tree into a machine; counted repetitions are written out. Null where that takes too many steps, and where the
 * pattern, or something that it repeats, can match the empty string.
 */
export function toProgram(node: PatternNode): PatternProgram | null {
  if (shortest(node) === 0 || repeatsNothing(node) || stepsFor(node) > MOST_STEPS) return null;
  const steps: Step[] = [{ kind: 'match' }];
  const start = emit(steps, node, 0);
  return { steps, start };
}

/** The fewest characters that a match has. */
function shortest(node: PatternNode): number {
  if (node.kind === 'sign') return 1;
  if (node.kind === 'place') return 0;
  if (node.kind === 'row') return node.parts.reduce((sum, part) => sum + shortest(part), 0);
  if (node.kind === 'choice') return Math.min(...node.branches.map(shortest));
  return node.least * shortest(node.part);
}

function repeatsNothing(node: PatternNode): boolean {
  if (node.kind === 'row') return node.parts.some(repeatsNothing);
  if (node.kind === 'choice') return node.branches.some(repeatsNothing);
  if (node.kind !== 'repeat') return false;
  return (node.most > 1 && shortest(node.part) === 0) || repeatsNothing(node.part);
}

function stepsFor(node: PatternNode): number {
  if (node.kind === 'row') return node.parts.reduce((sum, part) => sum + stepsFor(part), 0);
  if (node.kind === 'choice') return node.branches.reduce((sum, branch) => sum + stepsFor(branch) + 1, 0);
  if (node.kind !== 'repeat') return 1;
  const copies = Number.isFinite(node.most) ? node.most : node.least + 1;
  return copies * (stepsFor(node.part) + 1);
}

/** Adds the steps of a node that go on to `next`; returns the first of them. */
function emit(steps: Step[], node: PatternNode, next: number): number {
  if (node.kind === 'sign') return steps.push({ kind: 'sign', set: node.set, next }) - 1;
  if (node.kind === 'place') return steps.push({ kind: 'place', place: node.place, next }) - 1;
  if (node.kind === 'row') return node.parts.reduceRight((after, part) => emit(steps, part, after), next);
  if (node.kind === 'repeat') return emitRepeat(steps, node, next);
  const [first, ...others] = [...node.branches].reverse().map((branch) => emit(steps, branch, next));
  return others.reduce(
    (other, branch) => steps.push({ kind: 'fork', next: branch, other }) - 1,
    first as number,
  );
}

function emitRepeat(steps: Step[], node: PatternNode & { readonly kind: 'repeat' }, end: number): number {
  const { part, least, most, isLazy } = node;
  let first = end;
  if (!Number.isFinite(most)) {
    const loop = { kind: 'fork' as const, next: end, other: end };
    first = steps.push(loop) - 1;
    const body = emit(steps, part, first);
    if (isLazy) loop.other = body;
    else loop.next = body;
  } else {
    for (let copy = least; copy < most; copy += 1) {
      const body = emit(steps, part, first);
      first = steps.push({ kind: 'fork', next: isLazy ? end : body, other: isLazy ? body : end }) - 1;
    }
  }
  for (let copy = 0; copy < least; copy += 1) first = emit(steps, part, first);
  return first;
}
