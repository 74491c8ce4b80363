import type { KeptKind } from './backup-names.ts';

/** A file in the folder of backups. */
export interface Kept {
  readonly name: string;
  readonly kind: KeptKind;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly bytes: number;
}

/** How many days, weeks and months keep their latest backup, and how many bytes all may take. */
export interface Retention {
  readonly latest: number;
  readonly days: number;
  readonly weeks: number;
  readonly months: number;
  readonly bytes: number;
}

export const RETENTION: Retention = { latest: 3, days: 7, weeks: 5, months: 12, bytes: 4 * 1024 ** 3 };

/** Kinds whose latest is kept whatever its age and size: what stood there before a restore or a migration. */
const ALWAYS: readonly KeptKind[] = ['restore', 'migration', 'damaged'];
const DAY = 24 * 60 * 60 * 1000;

/**
 * Which backups are kept: the latest few, the latest of each of the latest days, weeks (from Monday) and months that have
 * any, in UTC, and what stood before the latest restore and migration. Reckoned from the backups, not from a clock: after a long holiday, or
 * with the clock set wrong, nothing goes that would have stayed. Beyond the bytes the oldest go first, but never the
 * latest sound one.
 */
export function backupsToKeep(kept: readonly Kept[], retention: Retention = RETENTION): ReadonlySet<string> {
  const newestFirst = [...kept].sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? 1 : -1));
  const sound = newestFirst.filter(({ kind }) => kind !== 'damaged');
  const always = new Set([
    ...sound.slice(0, 1),
    ...ALWAYS.flatMap((kind) => newestFirst.filter((one) => one.kind === kind).slice(0, 1)),
  ]);
  const wanted = new Set([
    ...always,
    ...sound.slice(0, retention.latest),
    ...latestOfEach(sound, retention.days, ({ at }) => at.slice(0, 10)),
    ...latestOfEach(sound, retention.weeks, weekOf),
    ...latestOfEach(sound, retention.months, ({ at }) => at.slice(0, 7)),
  ]);
  let room = retention.bytes - [...always].reduce((sum, { bytes }) => sum + bytes, 0);
  let isFull = false;
  const stays = newestFirst.filter((one) => {
    if (always.has(one) || !wanted.has(one)) return always.has(one);
    room -= one.bytes;
    isFull ||= room < 0;
    return !isFull;
  });
  return new Set(stays.map(({ name }) => name));
}

/** The first of each period, of as many periods as asked for. */
function latestOfEach(
  newestFirst: readonly Kept[],
  periods: number,
  periodOf: (kept: Kept) => string,
): readonly Kept[] {
  const latest = new Map<string, Kept>();
  for (const one of newestFirst) {
    const period = periodOf(one);
    if (!latest.has(period)) latest.set(period, one);
  }
  return [...latest.values()].slice(0, periods);
}

/** Weeks since that of 1 January 1970, a Thursday. */
function weekOf({ at }: Kept): string {
  return String(Math.floor((Math.floor(Date.parse(at) / DAY) + 3) / 7));
}
