import { sameLabel } from '#classifier/core/axis.ts';
import type { LabelEvent } from './label-events.ts';

/** How the labels of one headline stand. */
export interface Standing {
  /**
   * The label that counts and that the model learns: the ruling, else what all editors agree on, else the starter's.
   * None while editors differ.
   */
  readonly holds: LabelEvent | undefined;
  readonly ruling: LabelEvent | undefined;
  /** The present label of each editor, the oldest first. */
  readonly opinions: readonly LabelEvent[];
  /** Editors differ, and nobody has ruled. */
  readonly isContested: boolean;
  readonly starter: LabelEvent | undefined;
}

/** Whom the labels are shown to. */
export interface Viewer {
  /** Empty for the desk as a whole. */
  readonly annotator: string;
  /** Whether two editors are to label the headline without seeing each other's label. */
  readonly isDouble: boolean;
}

/** The label that the desk shows; a hidden one is kept from the present editor, who is to label the headline too. */
export interface ShownLabel {
  readonly event: LabelEvent;
  readonly isHidden: boolean;
}

/** The name of the desk as a whole: labels that nobody in particular signed. */
export const UNSIGNED = '';

/**
 * How labels stand after the events of one headline, oldest first. Events that are out count as if they had never
 * been. Each editor has one opinion, the latest. An unsigned label takes the place of all before it, and a signed one
 * of the unsigned: nobody in particular is no second editor. A ruling holds whatever is said after it.
 */
export function standingOf(
  events: readonly LabelEvent[],
  isOut: (event: LabelEvent) => boolean = () => false,
): Standing {
  const effective = effectiveLabels(events, isOut);
  const ruling = effective.findLast((event) => event.isRuling);
  const starter = effective.findLast((event) => event.origin === 'starter');
  const opinions = opinionsIn(effective);
  const isAgreed = opinions.every(({ label }) => sameLabel(label, (opinions[0] as LabelEvent).label));
  return {
    holds: ruling ?? (opinions.length === 0 ? starter : isAgreed ? opinions.at(-1) : undefined),
    ruling,
    opinions,
    isContested: ruling === undefined && !isAgreed,
    starter,
  };
}

/** What an editor sees of it: the ruling, their own label, another's unless theirs is still to be given blindly. */
export function shownLabel(
  { ruling, opinions, starter }: Standing,
  { annotator, isDouble }: Viewer,
): ShownLabel | undefined {
  const own = opinions.find((event) => event.annotator === annotator);
  const event = ruling ?? own ?? opinions.at(-1) ?? starter;
  if (event === undefined) return undefined;
  const isAlone = opinions.length === 1 && ruling === undefined && own === undefined;
  return { event, isHidden: isDouble && isAlone && annotator !== UNSIGNED && event.annotator !== UNSIGNED };
}

/** Each signing editor's latest label that was given without another's in sight: what agreement is measured on. */
export function independentLabels(events: readonly LabelEvent[]): LabelEvent[] {
  const byEditor = new Map<string, LabelEvent>();
  for (const event of effectiveLabels(events, () => false)) {
    const counts = !event.isRuling && !event.sawOther && event.origin !== 'starter';
    if (counts && event.annotator !== UNSIGNED) byEditor.set(event.annotator, event);
  }
  return [...byEditor.values()];
}

/** Labels and rulings that are neither out nor undone, oldest first; an undo that is out or itself undone takes nothing back. */
function effectiveLabels(events: readonly LabelEvent[], isOut: (event: LabelEvent) => boolean): LabelEvent[] {
  const present = events.filter((event) => !isOut(event));
  const undone = new Set<number>();
  for (const { id, undoes } of present.toReversed())
    if (undoes !== null && !undone.has(id)) undone.add(undoes);
  return present.filter((event) => event.undoes === null && !undone.has(event.id));
}

function opinionsIn(labels: readonly LabelEvent[]): LabelEvent[] {
  const byEditor = new Map<string, LabelEvent>();
  for (const event of labels) {
    if (event.isRuling || event.origin === 'starter') continue;
    if (event.annotator === UNSIGNED) byEditor.clear();
    else byEditor.delete(UNSIGNED);
    byEditor.delete(event.annotator);
    byEditor.set(event.annotator, event);
  }
  return [...byEditor.values()];
}
