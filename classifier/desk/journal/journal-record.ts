import type { LabelRecord } from '#classifier/interchange/label-lines.ts';
import { NO_WORK } from '#classifier/store/desk-work.ts';
import type { LabelEvent } from '#classifier/store/label-events.ts';
import { toRecord } from '../chosen-labels.ts';

/**
 * An entry of the label log as a line of a label file: the label as it was given, with `event`, its number in the log, and
 * with `undoes` where it takes an earlier entry back.
 */
export function journalRecord(event: LabelEvent): LabelRecord {
  const { rest, ...record } = toRecord(event, NO_WORK);
  const { id, undoes } = event;
  return { ...record, rest: { ...rest, event: id, ...(undoes === null ? {} : { undoes }) } };
}
