import { app, type BrowserWindow, dialog, shell } from 'electron';
import type { Trouble } from '#classifier/core/trouble.ts';
import { datedName } from './dated-name.ts';
import type { EngineClient } from './engine-client/engine-client.ts';
import type { DeskLogs } from './logs/desk-logs.ts';
import { writeReport } from './logs/report.ts';
import { countsOf } from './logs/report-counts.ts';
import type { Strings } from './strings.ts';

export interface ReportTools {
  readonly window: BrowserWindow;
  readonly engine: EngineClient;
  readonly logs: DeskLogs;
  readonly strings: Strings;
  readonly onTrouble: (trouble: Trouble) => void;
}

/** Asks for a place, writes the report there, and shows it to the editor, who sends it or not. */
export async function makeReport({ window, engine, logs, strings, onTrouble }: ReportTools): Promise<void> {
  const chosen = await dialog.showSaveDialog(window, {
    title: strings.report,
    defaultPath: datedName('report'),
  });
  if (chosen.canceled || chosen.filePath === '') return;
  const written = writeReport(chosen.filePath, {
    explanation: strings.reportText,
    versions: {
      ...{ jianwen: app.getVersion(), system: process.platform, processor: process.arch },
      ...{ electron: process.versions.electron, chromium: process.versions.chrome },
    },
    counts: await countsOf(engine),
    logs: [logs.main, logs.engine],
  });
  if (written.ok) shell.showItemInFolder(written.value);
  else onTrouble(written.trouble);
}
