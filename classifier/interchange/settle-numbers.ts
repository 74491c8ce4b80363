import { countOn, countsOnFrom, isChinese } from './line-number.ts';
import type { LineShape } from './line-shape.ts';

type Numbered = Extract<LineShape, { kind: 'numbered' }>;

/**
 * A line with its number decided. `marked` is an item of a list, without its marker; `kept` stands among items, but
 * its number does not count on and is part of the headline.
 */
export type Settled =
  | { readonly kind: 'blank' | 'symbols' | 'too-long' }
  | { readonly kind: 'heading' | 'plain' | 'prose' | 'marked' | 'kept'; readonly text: string };

/**
 * Decides for every numbered line whether its number marks it, heads a section, or belongs to the headline; the other
 * lines stay as they are. The answers are in the order of the lines.
 */
export function settleNumbers(shapes: readonly LineShape[]): Settled[] {
  const counting = countOn(shapes.filter((shape) => shape.kind === 'numbered'));
  let numbered = 0;
  const isItem = shapes.map((shape) => shape.kind === 'numbered' && counting[numbered++] === true);
  const inList = inListBlocks(shapes, isItem);
  const before = neighbours(shapes);
  const after = neighbours(shapes.toReversed()).reverse();
  return shapes.map((shape, at): Settled => {
    if (shape.kind === 'bullet') return { kind: 'marked', text: shape.text };
    if (shape.kind !== 'numbered') return shape;
    const heads = headsSection(shape, before[at], after[at]);
    if (isItem[at] === true) return { kind: heads ? 'heading' : 'marked', text: shape.text };
    const isKept = inList[at] === true && !(heads && !isListed(before[at]));
    return { kind: isKept ? 'kept' : 'plain', text: shape.whole };
  });
}

/** For each line, whether it stands in a run of bullets and numbers with an item or two certain numbers in it. */
function inListBlocks(shapes: readonly LineShape[], isItem: readonly boolean[]): boolean[] {
  const inList = shapes.map(() => false);
  let block: number[] = [];
  let signs = 0;
  const close = () => {
    if (signs >= 2) for (const at of block) inList[at] = true;
    [block, signs] = [[], 0];
  };
  for (const [at, shape] of shapes.entries()) {
    if (isListed(shape)) {
      block.push(at);
      if (shape.kind === 'bullet' || isItem[at] === true) signs += 2;
      else if (shape.kind === 'numbered' && shape.certain) signs += 1;
    } else if (shape.kind !== 'blank' && shape.kind !== 'too-long') close();
  }
  close();
  return inList;
}

/** For each line the one before it that is not blank. */
function neighbours(shapes: readonly LineShape[]): (LineShape | undefined)[] {
  let last: LineShape | undefined;
  return shapes.map((shape) => {
    const before = last;
    if (shape.kind !== 'blank') last = shape;
    return before;
  });
}

function headsSection(shape: Numbered, before: LineShape | undefined, next: LineShape | undefined): boolean {
  if (next?.kind === 'prose') return !(before?.kind === 'numbered' && isOneList(before, shape));
  if (!isChinese(shape)) return false;
  if (next?.kind !== 'numbered') return next?.kind === 'bullet';
  return !isOneList(shape, next) && (!isChinese(next) || next.value === 1);
}

function isOneList(a: Numbered, b: Numbered): boolean {
  return a.style === b.style || countsOnFrom(a, b);
}

function isListed(shape: LineShape | undefined): boolean {
  return shape?.kind === 'bullet' || shape?.kind === 'numbered';
}
