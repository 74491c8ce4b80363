import { readdirSync } from 'node:fs';
import { type LogFile, openLog } from './log-file.ts';
import { withoutText } from './without-text.ts';

/** What main and the engine write down of themselves: what happened and when, never a headline. */
export interface DeskLogs {
  readonly main: LogFile;
  readonly engine: LogFile;
  /** Takes a line of the engine's standard error; only what names no text is kept. */
  engineSaid(line: string): void;
  /** Takes an error of main. */
  failed(what: string, error: unknown): void;
}

/** @param bundles folders of the program's own files, whose names may stand in a log */
export function openDeskLogs(folder: string, bundles: readonly string[]): DeskLogs {
  const ours = new Set(bundles.flatMap(namesIn));
  const now = () => new Date().toISOString();
  const main = openLog(folder, 'main', now);
  const engine = openLog(folder, 'engine', now);
  return {
    main,
    engine,
    engineSaid(line) {
      const kept = withoutText(line, ours);
      if (kept !== null) engine.write(kept);
    },
    failed(what, error) {
      main.write(what);
      const lines = String(error instanceof Error ? (error.stack ?? error.name) : error).split('\n');
      for (const kept of lines.map((line) => withoutText(line, ours))) if (kept !== null) main.write(kept);
    },
  };
}

/** None where the folder cannot be read: places are left out of the logs then. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
