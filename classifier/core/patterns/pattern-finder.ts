import type { Span } from '#classifier/core/span.ts';
import { includes, WORD_SIGNS } from './character-set.ts';
import type { PatternProgram, Step } from './pattern-program.ts';

/** The alive steps in the order of their claim, each with the place where its match began. */
interface Threads {
  readonly steps: number[];
  readonly begins: number[];
  readonly reached: Uint32Array;
}

/**
 * Finds the matches of a machine from left to right without overlap, those that a backtracking engine would find
 * (Pike's machine, after Cox 2009). A search takes time linear in the text.
 */
export function findMatches(program: PatternProgram, text: string): readonly Span[] {
  const matches: Span[] = [];
  for (let at = 0; at <= text.length; ) {
    const match = findMatch(program, text, at);
    if (match === null) break;
    matches.push(match);
    at = match.end;
  }
  return matches;
}

function findMatch({ steps, start }: PatternProgram, text: string, from: number): Span | null {
  let alive = createThreads(steps.length);
  let next = createThreads(steps.length);
  let match: Span | null = null;
  for (let at = from; ; ) {
    if (match === null) reach(steps, alive, start, at, text, at);
    if (alive.steps.length === 0 && match !== null) return match;
    const code = text.codePointAt(at) ?? -1;
    const behind = at + (code > 0xffff ? 2 : 1);
    for (let index = 0; index < alive.steps.length; index += 1) {
      const step = steps[alive.steps[index] as number] as Step;
      const begin = alive.begins[index] as number;
      if (step.kind === 'match') {
        match = { start: begin, end: at };
        break;
      }
      if (step.kind === 'sign' && code >= 0 && includes(step.set, code)) {
        reach(steps, next, step.next, begin, text, behind);
      }
    }
    if (at >= text.length) return match;
    [alive, next] = [next, alive];
    clear(next);
    at = behind;
  }
}

function createThreads(steps: number): Threads {
  return { steps: [], begins: [], reached: new Uint32Array(steps) };
}

function clear(threads: Threads): void {
  threads.steps.length = 0;
  threads.begins.length = 0;
  threads.reached.fill(0);
}

/** Adds a step and those that it leads to without a character, in the order of their claim. */
function reach(
  steps: readonly Step[],
  threads: Threads,
  from: number,
  begin: number,
  text: string,
  at: number,
): void {
  const pending = [from];
  while (pending.length > 0) {
    const index = pending.pop() as number;
    if (threads.reached[index] === 1) continue;
    threads.reached[index] = 1;
    const step = steps[index] as Step;
    if (step.kind === 'fork') pending.push(step.other, step.next);
    else if (step.kind === 'place') {
      if (isAt(step.place, text, at)) pending.push(step.next);
    } else {
      threads.steps.push(index);
      threads.begins.push(begin);
    }
  }
}

function isAt(place: 'start' | 'end' | 'edge', text: string, at: number): boolean {
  if (place === 'start') return at === 0;
  if (place === 'end') return at === text.length;
  return isWord(text, at - 1) !== isWord(text, at);
}

function isWord(text: string, at: number): boolean {
  return at >= 0 && at < text.length && includes(WORD_SIGNS, text.charCodeAt(at));
}
