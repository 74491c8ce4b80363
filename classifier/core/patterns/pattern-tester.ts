import type { UnitText } from '#classifier/core/unit-text.ts';
import { includes, WORD_SIGNS } from './character-set.ts';
import type { PatternProgram, Step } from './pattern-program.ts';
import { PAGE_BITS, type SignKinds, signKindsOf } from './sign-kinds.ts';

/** Whether a pattern matches anywhere in a text, in time linear in the text. */
export type PatternTester = (text: UnitText) => boolean;

/** What stood before the place where a state is: nothing, a word character, or another one. */
const BEGINNING = 0;
const WORD = 1;
const OTHER = 2;

const PAGE_MASK = (1 << PAGE_BITS) - 1;

const UNBUILT = 0;
const MATCHED = 1;
/** Nothing can match any more: the pattern had to begin where the text does. */
const FAILED = 2;
const FIRST_STATE = 3;
/** Transitions are forgotten when there are more than these, so that memory has a limit: 128 kB a pattern. */
const MOST_CELLS = 65_536;

/** A state of the automaton: the steps that are alive and what stands before. */
interface State {
  readonly steps: readonly number[];
  readonly before: number;
}

/**
 * Builds a deterministic automaton of a machine while texts are tested, a transition when it is first taken (Cox,
 * Regular Expression Matching: the Virtual Machine Approach, 2009; RE2 does the same).
 */
export function createPatternTester(program: PatternProgram): PatternTester {
  const kinds = signKindsOf(program);
  const restart = beginsWithText(program) ? null : program.start;
  const width = kinds.count + 1;
  const most = Math.max(16, Math.floor(MOST_CELLS / width));
  const numbers = new Map<string, number>();
  let states: State[] = [];
  let cells = new Uint16Array(0);

  function forget(): void {
    numbers.clear();
    states = [];
    cells = new Uint16Array(width * 16);
  }

  function numberOf(state: State): number {
    const name = `${state.before}:${state.steps.join()}`;
    const known = numbers.get(name);
    if (known !== undefined) return known;
    if (states.length >= most) forget();
    const number = states.push(state) - 1 + FIRST_STATE;
    numbers.set(name, number);
    if (cells.length < states.length * width) {
      const larger = new Uint16Array(cells.length * 2);
      larger.set(cells);
      cells = larger;
    }
    return number;
  }

  /** Takes a transition for the first time; `kind` is `kinds.count` at the end of the text. */
  function build(from: number, kind: number): number {
    const next = follow(program, kinds, states[from - FIRST_STATE] as State, kind, restart);
    if (next !== null && next.steps.length > 0 && states.length >= most) {
      // The old states go, and the transition that led here with them.
      forget();
      return numberOf(next);
    }
    const to = next === null ? MATCHED : next.steps.length === 0 ? FAILED : numberOf(next);
    cells[(from - FIRST_STATE) * width + kind] = to;
    return to;
  }

  forget();
  return function test({ units, from, to }: UnitText): boolean {
    const { kindOf, count, pages, cells: pageCells } = kinds;
    let state = states.length === 0 ? UNBUILT : FIRST_STATE;
    if (state === UNBUILT || states[0]?.before !== BEGINNING) {
      state = numberOf({ steps: [program.start], before: BEGINNING });
    }
    for (let at = from; at < to; at += 1) {
      const unit = units[at] as number;
      let kind = pageCells[
        ((pages[unit >> PAGE_BITS] as number) << PAGE_BITS) | (unit & PAGE_MASK)
      ] as number;
      if ((unit & 0xfc00) === 0xd800) {
        const low = at + 1 < to ? (units[at + 1] as number) : 0;
        const isPair = (low & 0xfc00) === 0xdc00;
        kind = kindOf(isPair ? 0x10000 + ((unit & 0x3ff) << 10) + (low & 0x3ff) : unit);
        if (isPair) at += 1;
      }
      const next = cells[(state - FIRST_STATE) * width + kind] as number;
      state = next === UNBUILT ? build(state, kind) : next;
      if (state < FIRST_STATE) return state === MATCHED;
    }
    const last = cells[(state - FIRST_STATE) * width + count] as number;
    return (last === UNBUILT ? build(state, count) : last) === MATCHED;
  };
}

/** The state behind a character of a kind (or behind the end), or null where the pattern has matched before it. */
function follow(
  { steps }: PatternProgram,
  kinds: SignKinds,
  from: State,
  kind: number,
  restart: number | null,
): State | null {
  const isEnd = kind === kinds.count;
  const example = isEnd ? -1 : (kinds.examples[kind] as number);
  const isWord = !isEnd && includes(WORD_SIGNS, example);
  const reached = new Uint8Array(steps.length);
  const pending = [...from.steps];
  const next = new Set<number>();
  while (pending.length > 0) {
    const index = pending.pop() as number;
    if (reached[index] === 1) continue;
    reached[index] = 1;
    const step = steps[index] as Step;
    if (step.kind === 'match') return null;
    if (step.kind === 'fork') pending.push(step.next, step.other);
    else if (step.kind === 'sign') {
      if (!isEnd && includes(step.set, example)) next.add(step.next);
    } else if (
      (step.place === 'start' && from.before === BEGINNING) ||
      (step.place === 'end' && isEnd) ||
      (step.place === 'edge' && (from.before === WORD) !== isWord)
    )
      pending.push(step.next);
  }
  if (restart !== null) next.add(restart);
  return { steps: [...next].sort((a, b) => a - b), before: isWord ? WORD : OTHER };
}

/** Whether every match begins at the beginning of the text: a later one need not be looked for. */
function beginsWithText({ steps, start }: PatternProgram): boolean {
  const reached = new Set<number>();
  const pending = [start];
  while (pending.length > 0) {
    const index = pending.pop() as number;
    if (reached.has(index)) continue;
    reached.add(index);
    const step = steps[index] as Step;
    if (step.kind === 'sign' || step.kind === 'match') return false;
    if (step.kind === 'fork') pending.push(step.next, step.other);
    else if (step.place !== 'start') pending.push(step.next);
  }
  return true;
}
