import type { Label } from '#classifier/core/axis.ts';
import { DISPOSITIONS, type Disposition } from '#classifier/core/disposition.ts';
import { type DeskWork, workIn } from '#classifier/store/desk-work.ts';
import type { Feed } from '#classifier/store/feeds.ts';
import { labelsOf } from '#classifier/store/headlines.ts';
import type { Store } from '#classifier/store/open-database.ts';

/** What the desk has decided of each headline of a list, as the present editor may see it. */
export interface DeskColumns {
  /** 0 where the desk has not decided, else {@link labelCode}. */
  readonly labels: Uint8Array;
  /** Who gave the label: a place in `names`; says nothing where there is no label. */
  readonly annotators: Uint16Array;
  /** When, in seconds since 1970; 0 where there is no label. */
  readonly labelledAt: Uint32Array;
  /** 0 for none, else one more than the place in DISPOSITIONS. */
  readonly dispositions: Uint8Array;
  /** 1 where the desk is to talk about the headline. */
  readonly flags: Uint8Array;
  /** 1 where it was left undecided for later. */
  readonly skips: Uint8Array;
  /** Signatures of labels; the empty one is the desk as a whole. Grows. */
  readonly names: string[];
}

/** A label as a list notes it; the label is null where it was taken back. */
export interface NotedLabel {
  readonly label: Label | null;
  readonly annotator: string;
  /** ISO 8601, UTC. */
  readonly labelledAt: string;
}

/** A label as a number, in the order credible, sensational, implausible, both. */
export function labelCode(label: Label | null): number {
  return label === null ? 0 : 1 + (label.sensational ? 1 : 0) + (label.implausible ? 2 : 0);
}

/** A disposition as a number. */
export function dispositionCode(disposition: Disposition | null): number {
  return disposition === null ? 0 : 1 + DISPOSITIONS.indexOf(disposition);
}

/** What the desk has decided of a feed as it is now. */
export function deskColumns(db: Store, feed: Feed): DeskColumns {
  const { firstId, headlines: size } = feed;
  const columns: DeskColumns = {
    labels: new Uint8Array(size),
    annotators: new Uint16Array(size),
    labelledAt: new Uint32Array(size),
    dispositions: new Uint8Array(size),
    flags: new Uint8Array(size),
    skips: new Uint8Array(size),
    names: [],
  };
  for (const { id, sensational, implausible, annotator, labelledAt } of labelsOf(db, feed)) {
    const label = { sensational: sensational === 1, implausible: implausible === 1 };
    noteLabel(columns, id - firstId, { label, annotator, labelledAt });
  }
  for (const { id, ...work } of workIn(db, feed)) noteWork(columns, id - firstId, work);
  return columns;
}

/** Puts a label in its place, or takes it away. */
export function noteLabel(
  columns: DeskColumns,
  place: number,
  { label, annotator, labelledAt }: NotedLabel,
): void {
  columns.labels[place] = labelCode(label);
  columns.labelledAt[place] = label === null ? 0 : Date.parse(labelledAt) / 1000;
  columns.annotators[place] = numberOf(columns.names, annotator);
}

/** What of desk work a list is filtered by. */
export type NotedWork = Pick<DeskWork, 'disposition' | 'flag' | 'skip'>;

/** Puts desk work in its place. */
export function noteWork(columns: DeskColumns, place: number, { disposition, flag, skip }: NotedWork): void {
  columns.dispositions[place] = dispositionCode(disposition);
  columns.flags[place] = flag === null ? 0 : 1;
  columns.skips[place] = skip === null ? 0 : 1;
}

/** The place of a signature in `names`, where it is put if it is new. */
export function numberOf(names: string[], name: string): number {
  const known = names.indexOf(name);
  return known === -1 ? names.push(name) - 1 : known;
}
