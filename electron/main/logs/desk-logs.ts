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

export function openDeskLogs(folder: string): DeskLogs {
  const now = () => new Date().toISOString();
  const main = openLog(folder, 'main', now);
  const engine = openLog(folder, 'engine', now);
  return {
    main,
    engine,
    engineSaid(line) {
      const kept = withoutText(line);
      if (kept !== null) engine.write(kept);
    },
    failed(what, error) {
      main.write(what);
      const lines = String(error instanceof Error ? (error.stack ?? error.name) : error).split('\n');
      for (const kept of lines.map(withoutText)) if (kept !== null) main.write(kept);
    },
  };
}
