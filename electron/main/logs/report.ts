import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import type { LogFile } from './log-file.ts';
import type { ReportCounts } from './report-counts.ts';

export interface ReportContent {
  /** What the folder is, for the editor who reads it before sending. */
  readonly explanation: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly counts: ReportCounts;
  readonly logs: readonly LogFile[];
}

/** Writes a report as a new folder of texts, which holds no headline. Fails with `file-unwritable`. */
export function writeReport(folder: string, content: ReportContent): Result<string> {
  try {
    mkdirSync(folder);
    writeFileSync(join(folder, 'README.txt'), `${content.explanation}\n`);
    writeFileSync(join(folder, 'versions.txt'), linesOf(content.versions));
    writeFileSync(join(folder, 'counts.txt'), linesOf(content.counts));
    for (const file of content.logs.flatMap(({ files }) => files).filter((one) => existsSync(one)))
      copyFileSync(file, join(folder, basename(file)));
    return done(folder);
  } catch {
    return failed(
      trouble(
        'file-unwritable',
        '问题报告没有写成。请换一个还没有的文件夹名，并检查磁盘空间和权限。',
        'The report was not written. Choose a folder name that is not taken, and check disk space and permissions.',
        { file: folder },
      ),
    );
  }
}

function linesOf(values: Readonly<Record<string, number | string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}
