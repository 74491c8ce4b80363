import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLog } from './log-file.ts';
import { writeReport } from './report.ts';
import { withoutText } from './without-text.ts';

const NOW = () => '2026-01-02T03:04:05.000Z';
const HEADLINE = '提取DNA定制“恐龙宠物”，孵化全程直播';

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'jianwen-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('a log', () => {
  it('never has more files or more bytes than it may', () => {
    const folder = temporaryFolder();
    const log = openLog(folder, 'main', NOW, { bytes: 1000, files: 3 });
    for (let line = 0; line < 500; line += 1) log.write(`line ${line}`);
    expect(readdirSync(folder).toSorted()).toEqual(['main.1.log', 'main.2.log', 'main.log']);
    for (const file of log.files) expect(statSync(file).size).toBeLessThan(1100);
    expect(readFileSync(log.files[0] as string, 'utf8')).toContain('line 499');
  });

  it('that cannot be written stops nothing', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'main.log'));
    expect(() => openLog(folder, 'main', NOW).write('x')).not.toThrow();
  });
});

describe('withoutText', () => {
  it('keeps names, codes and places, and no word of a headline', () => {
    expect(withoutText(`[engine] SqliteError: SQLITE_FULL near "${HEADLINE}"`)).toBe(
      'SqliteError SQLITE_FULL',
    );
    expect(withoutText('    at read (/home/wang/app/engine.mjs:12:7)')).toBe('  at engine.mjs:12:7');
    expect(withoutText(`cannot read ${HEADLINE}`)).toBeNull();
  });

  it('lets no Chinese and no lower-case word through, whatever the line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const kept = withoutText(`TypeError: ${HEADLINE} ${text}`) ?? '';
        expect(kept).not.toMatch(/[\u3400-\u9fff]/);
      }),
    );
  });
});

describe('a report', () => {
  it('is a folder of texts with versions, counts and logs', () => {
    const folder = temporaryFolder();
    const log = openLog(join(folder, 'logs'), 'main', NOW);
    log.write('engine ready');
    const target = join(folder, '报告');
    const about = {
      versions: { jianwen: '0.1.0' },
      counts: { lists: 2 },
      explanation: '请先看一遍。',
      logs: [log],
    };
    expect(writeReport(target, about)).toMatchObject({ ok: true });
    expect(readdirSync(target).toSorted()).toEqual(['README.txt', 'counts.txt', 'main.log', 'versions.txt']);
    expect(readFileSync(join(target, 'main.log'), 'utf8')).toContain('engine ready');
    expect(readFileSync(join(target, 'counts.txt'), 'utf8')).toBe('lists: 2\n');
    expect(writeReport(target, about), 'what is there is not written over').toMatchObject({ ok: false });
    expect(existsSync(target)).toBe(true);
  });
});
