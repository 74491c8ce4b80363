import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLog } from './log-file.ts';
import { writeReport } from './report.ts';
import { withoutText } from './without-text.ts';

const NOW = () => '2026-01-02T03:04:05.000Z';
const BUNDLES = new Set(['engine.mjs', 'main.mjs']);
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
  it.each([
    [`[engine] SqliteError: SQLITE_FULL near "${HEADLINE}"`, 'SqliteError SQLITE_FULL'],
    ['    at read (/home/wang/app/engine.mjs:12:7)', '  at engine.mjs:12:7'],
    ['    at async file:///home/wang/app/main.mjs:3:4', '  at main.mjs:3:4'],
    ["Error: EACCES: permission denied, open '/home/wang/恐龙'", 'Error EACCES'],
    ['TypeError: ERR_INVALID_ARG_TYPE', 'TypeError ERR_INVALID_ARG_TYPE'],
    [`cannot read ${HEADLINE}`, null],
    ['EBOLA EXPLODES IN EUROPE', null],
    ['    at read (/home/wang/ELON-MUSK-ARRESTED.js:12:7)', null],
    ['    at read (/home/wang/ELON-MUSK-ARRESTED.mjs:12:7)', null],
    ['    at ELON-MUSK-ARRESTED engine.mjs.mjs:12:7', null],
    ['WangIsGuiltyError: no', null],
  ])('makes of %s: %s', (line, kept) => {
    expect(withoutText(line, BUNDLES)).toBe(kept);
  });

  it('lets no Chinese and no capitals through but codes of the system, whatever the line', () => {
    const capitals = fc.string({ unit: fc.constantFrom(...'EEEABCDINORST -_.:/(0'), maxLength: 30 });
    const lines = fc.oneof(
      fc.string({ unit: 'binary' }),
      capitals,
      capitals.map((name) => `    at ${name}.mjs:12:7`),
      capitals.map((name) => `    at open (/home/${name}.js:12:7)`),
    );
    const known = new Set([...Object.keys(constants.errno), 'Error', 'TypeError', 'ENOTFOUND', 'EAI_AGAIN']);
    fc.assert(
      fc.property(lines, fc.boolean(), (text, isFrame) => {
        const kept = withoutText(isFrame ? text : `TypeError: ${HEADLINE} ${text}`, BUNDLES) ?? '';
        const words = kept.split(' ').filter((word) => word !== '' && !/^(SQLITE|ERR)_/.test(word));
        expect(words.filter((word) => !known.has(word))).toEqual([]);
      }),
      { numRuns: 2000 },
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
