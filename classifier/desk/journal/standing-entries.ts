import type { LabelRecord } from '#classifier/interchange/label-lines.ts';

/** Whether a line of a label file is an entry of a log: it has its number there. */
export function isEntry({ rest }: LabelRecord): boolean {
  return Number.isInteger(rest.event);
}

/**
 * The labels of journals that are not taken back, in the order in which they were given, without what only a journal says.
 * Where the numbers begin anew, another log begins. Records of other files pass as they are.
 */
export function standingEntries(records: readonly LabelRecord[]): LabelRecord[] {
  const logs: LabelRecord[][] = [];
  let last = Number.POSITIVE_INFINITY;
  for (const record of records) {
    const number = numberOf(record, 'event') ?? last;
    if (number <= last) logs.push([]);
    logs.at(-1)?.push(record);
    last = number;
  }
  return logs.flatMap(standingIn).map(withoutNumbers);
}

/** An entry is taken back by one that is not taken back itself; what takes one back stands behind it. */
function standingIn(log: readonly LabelRecord[]): LabelRecord[] {
  const takenBack = new Set<number>();
  for (const record of log.toReversed()) {
    const event = numberOf(record, 'event');
    const undoes = numberOf(record, 'undoes');
    if (undoes !== null && event !== null && !takenBack.has(event)) takenBack.add(undoes);
  }
  return log.filter((record) => {
    const event = numberOf(record, 'event');
    return numberOf(record, 'undoes') === null && (event === null || !takenBack.has(event));
  });
}

function withoutNumbers(record: LabelRecord): LabelRecord {
  if (!isEntry(record)) return record;
  const { event, undoes, ...rest } = record.rest;
  return { ...record, rest };
}

function numberOf({ rest }: LabelRecord, key: 'event' | 'undoes'): number | null {
  const value = rest[key];
  return typeof value === 'number' && Number.isInteger(value) ? value : null;
}
