import { existsSync, readFileSync } from 'node:fs';

/** How many checks of a step held and how many did not. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** A step that is one check. */
export function oneCheck(ok: boolean): Counts {
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

export function sum(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (all, { passed, failed }) => ({ passed: all.passed + passed, failed: all.failed + failed }),
    { passed: 0, failed: 0 },
  );
}

/**
 * The tests of a Vitest JSON report. A file that could not be loaded counts as one failed test.
 * @param ok Whether Vitest ended with code 0; a failure that the report does not show counts as one.
 */
export function vitestCounts(reportFile: string, ok: boolean): Counts {
  const report = readReport(reportFile);
  const files: readonly VitestFile[] = report?.testResults ?? [];
  const unloaded = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const failed = (report?.numFailedTests ?? 0) + unloaded.length;
  return { passed: report?.numPassedTests ?? 0, failed: ok ? failed : Math.max(1, failed) };
}

/** The tests of a Playwright JSON report; `ok` as above. */
export function playwrightCounts(reportFile: string, ok: boolean): Counts {
  const stats = readReport(reportFile)?.stats;
  const failed = stats?.unexpected ?? 0;
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: ok ? failed : Math.max(1, failed) };
}

interface VitestFile {
  readonly status: string;
  readonly assertionResults: readonly unknown[];
}

interface Report {
  readonly numPassedTests?: number;
  readonly numFailedTests?: number;
  readonly testResults?: readonly VitestFile[];
  readonly stats?: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
}

function readReport(file: string): Report | null {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
