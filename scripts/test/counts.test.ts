import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { oneCheck, playwrightCounts, sum, vitestCounts } from './counts.ts';

const folder = mkdtempSync(join(tmpdir(), 'jianwen-counts-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: object): string {
  const file = join(folder, `${Math.random()}.json`);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

describe('counts', () => {
  it('takes the tests of Vitest, and a file that did not load as one failure', () => {
    const testResults = [
      { status: 'passed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'failed', assertionResults: [] },
    ];
    const file = report({ numPassedTests: 5, numFailedTests: 1, testResults });
    expect(vitestCounts(file, false)).toEqual({ passed: 5, failed: 2 });
  });

  it('counts a runner that failed without naming a test as one failure', () => {
    const file = report({ numPassedTests: 5, numFailedTests: 0, testResults: [] });
    expect(vitestCounts(file, false)).toEqual({ passed: 5, failed: 1 });
    expect(playwrightCounts(join(folder, 'missing.json'), false)).toEqual({ passed: 0, failed: 1 });
  });

  it('takes the tests of Playwright', () => {
    const file = report({ stats: { expected: 7, unexpected: 2, flaky: 0 } });
    expect(playwrightCounts(file, false)).toEqual({ passed: 7, failed: 2 });
  });

  it('adds up', () => {
    expect(sum([oneCheck(true), oneCheck(false), { passed: 3, failed: 0 }])).toEqual({
      passed: 4,
      failed: 1,
    });
  });
});
