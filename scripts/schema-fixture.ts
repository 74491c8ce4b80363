import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { DATABASE_NAME } from '#classifier/store/database-name.ts';
import { schemaVersion } from '#classifier/store/migrations/index.ts';
import { forkEngine, speakTo, valueOf } from './engine-process.ts';
import { fewResources } from './faults/few-resources.ts';

/**
 * `npm run build && node scripts/schema-fixture.ts`: keeps a workspace of the present schema for tests/migrations, made by the
 * engine as an editor would: four headlines, four labels, one of them taken back. To be run before a migration is added.
 */

const ROOT = dirname(import.meta.dirname);
const LIST = [
  '全村老人喝下村口井水，百岁老太长出新牙',
  '市教育局：秋季学期义务教育学校9月1日开学',
  '提取DNA定制专属“恐龙宠物”',
  '太可怕了！这种水果千万别吃',
];
const LABELS = [
  [1, false, true],
  [2, false, false],
  [4, true, false],
  [3, true, true],
] as const;
const scratch = mkdtempSync(join(tmpdir(), 'jianwen-schema-'));
try {
  const engine = await speakTo(
    forkEngine(join(scratch, 'data'), fewResources(join(scratch, 'resources'))),
    () => {},
  );
  valueOf(await engine.request('feed.paste', { text: LIST.join('\n') }));
  for (const [headlineId, sensational, implausible] of LABELS) {
    const label = { sensational, implausible };
    const requestId = crypto.randomUUID();
    valueOf(await engine.request('label.put', { requestId, headlineId, label }));
  }
  valueOf(await engine.request('step.undo', { requestId: crypto.randomUUID(), visible: [] }));
  await engine.kill();
  console.error(`[schema-fixture] Wrote ${writeFixture(join(scratch, 'data', DATABASE_NAME))}.`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function writeFixture(file: string): string {
  const db = new Database(file);
  db.pragma('journal_mode = DELETE');
  db.exec('VACUUM');
  const version = String(schemaVersion(db)).padStart(4, '0');
  db.close();
  const fixture = join(ROOT, 'tests/migrations/fixtures', `schema-${version}.db.gz`);
  writeFileSync(fixture, gzipSync(readFileSync(file), { level: 9 }));
  return fixture;
}
