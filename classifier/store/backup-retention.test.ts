import fc from 'fast-check';
import { expect, it } from 'vitest';
import { backupName, readBackupName } from './backup-names.ts';
import { backupsToKeep, type Kept, type Retention } from './backup-retention.ts';

const DAY = 24 * 60 * 60 * 1000;
const START = Date.parse('2026-01-01T00:00:00.000Z');
const ROOMY: Retention = { latest: 3, days: 7, weeks: 5, months: 12, bytes: 1e12 };

const kept: fc.Arbitrary<Kept[]> = fc
  .uniqueArray(fc.integer({ min: 0, max: 800 * 24 * 60 }), { maxLength: 120 })
  .chain((minutes) =>
    fc.tuple(
      fc.constant(minutes),
      fc.array(fc.constantFrom('timer', 'list', 'restore', 'migration', 'damaged' as const), {
        minLength: minutes.length,
        maxLength: minutes.length,
      }),
    ),
  )
  .map(([minutes, kinds]) =>
    minutes.map((minute, at) => {
      const time = new Date(START + minute * 60_000).toISOString();
      const kind = kinds[at] as Kept['kind'];
      return { name: backupName(kind, time), kind, at: time, bytes: 1000 };
    }),
  );

const newest = (all: readonly Kept[]): Kept | undefined =>
  all.toSorted((a, b) => (a.at < b.at ? 1 : -1)).find(({ kind }) => kind !== 'damaged');

it('always keeps the latest sound backup, whatever room there is', () => {
  fc.assert(
    fc.property(kept, fc.nat(5000), (all, bytes) => {
      const last = newest(all);
      expect(last === undefined || backupsToKeep(all, { ...ROOMY, bytes }).has(last.name)).toBe(true);
    }),
  );
});

it('keeps one a day of a week and one a month of a year, and no more than the periods have room for', () => {
  fc.assert(
    fc.property(kept, (all) => {
      const sound = all.filter(({ kind }) => kind !== 'damaged');
      const stays = backupsToKeep(all, ROOMY);
      for (const [periods, length] of [
        [7, 10],
        [12, 7],
      ] as const) {
        const names = [...new Set(sound.map(({ at }) => at.slice(0, length)))].sort().slice(-periods);
        for (const name of names)
          expect(sound.some((one) => one.at.startsWith(name) && stays.has(one.name))).toBe(true);
      }
      expect(stays.size).toBeLessThanOrEqual(3 + 7 + 5 + 12 + 3);
    }),
  );
});

it('lets nothing go that it kept when asked again, and nothing newer for something older', () => {
  fc.assert(
    fc.property(kept, fc.nat(30_000), (all, bytes) => {
      const retention = { ...ROOMY, bytes };
      const stays = backupsToKeep(all, retention);
      const again = all.filter(({ name }) => stays.has(name));
      expect(backupsToKeep(again, retention)).toEqual(stays);
    }),
  );
});

it('keeps what stood before the latest restore, however old and however little room there is', () => {
  const before: Kept = { name: 'r', kind: 'restore', at: '2020-01-01T00:00:00.000Z', bytes: 1e9 };
  const later = Array.from({ length: 60 }, (_, day): Kept => {
    const at = new Date(START + day * DAY).toISOString();
    return { name: at, kind: 'timer', at, bytes: 10 };
  });
  expect(backupsToKeep([before, ...later], { ...ROOMY, bytes: 100 }).has('r')).toBe(true);
});

it('knows its own names, and no others', () => {
  const at = '2026-01-02T03:04:05.678Z';
  expect(backupName('migration', at)).toBe('before-migration-2026-01-02T03-04-05-678Z.db');
  expect(readBackupName(backupName('migration', at))).toEqual({ kind: 'migration', at });
  for (const name of ['mine.db', 'timed-2026-01-02.db', 'timed-2026-13-02T03-04-05-678Z.db', '../timed.db'])
    expect(readBackupName(name)).toBe(null);
});

/** Two a day, at nine and at eighteen, from Wednesday 1 January 2025 until Wednesday 4 February 2026. */
const TWICE_A_DAY: readonly Kept[] = Array.from({ length: 800 }, (_, at): Kept => {
  const day = new Date(Date.UTC(2025, 0, 1 + Math.floor(at / 2))).toISOString().slice(0, 10);
  const name = `${day} ${at % 2 === 0 ? '09' : '18'}`;
  return { name, kind: 'timer', at: `${name.replace(' ', 'T')}:00:00.000Z`, bytes: 1 };
});
const NONE: Retention = { latest: 0, days: 0, weeks: 0, months: 0, bytes: 1e12 };
const LATEST = ['2026-02-04 18', '2026-02-04 09', '2026-02-03 18'];
const DAYS = [
  '2026-02-04',
  '2026-02-03',
  '2026-02-02',
  '2026-02-01',
  '2026-01-31',
  '2026-01-30',
  '2026-01-29',
];
/** The day before the first of February is a Saturday: weeks end on Sunday. */
const WEEKS = ['2026-02-04', '2026-02-01', '2026-01-25', '2026-01-18', '2026-01-11'];
const MONTHS = [
  ...['2026-02-04', '2026-01-31', '2025-12-31', '2025-11-30', '2025-10-31', '2025-09-30'],
  ...['2025-08-31', '2025-07-31', '2025-06-30', '2025-05-31', '2025-04-30', '2025-03-31'],
];
const evenings = (days: readonly string[]): string[] => days.map((day) => `${day} 18`);

it.each([
  ['three latest', { ...NONE, latest: 3 }, LATEST],
  ['the latest of each of seven days', { ...NONE, days: 7 }, evenings(DAYS)],
  ['the latest of each of five weeks from Monday', { ...NONE, weeks: 5 }, evenings(WEEKS)],
  ['the latest of each of twelve months', { ...NONE, months: 12 }, evenings(MONTHS)],
  ['all of these', ROOMY, [...LATEST, ...evenings([...DAYS, ...WEEKS, ...MONTHS])]],
  [
    'the newest of these that the bytes allow',
    { ...ROOMY, bytes: 5 },
    [...LATEST, ...evenings(DAYS.slice(2, 4))],
  ],
  ['the latest where the bytes allow none', { ...ROOMY, bytes: 0 }, LATEST.slice(0, 1)],
])('keeps of two backups a day in four hundred days %s', (_, retention, expected) => {
  for (const all of [TWICE_A_DAY, TWICE_A_DAY.toReversed()])
    expect([...backupsToKeep(all, retention)].toSorted()).toEqual([...new Set(expected)].toSorted());
});
