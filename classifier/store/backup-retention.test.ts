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
