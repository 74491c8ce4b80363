import type { Trouble } from '#classifier/core/trouble.ts';
import { troubleLine } from '#classifier/core/trouble.ts';
import { type Log, logOf, noteJson, troubleJson } from './log.ts';
import { type Language, type Strings, stringsOf } from './strings/index.ts';

/** Exit statuses of the command. */
export const EXIT = { done: 0, someLinesBad: 1, nothingDone: 2, stopped: 130 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Where a command reads and writes, and the words it uses. Data go to `data`, everything else to `notes`. */
export interface Terminal {
  readonly input: AsyncIterable<Uint8Array>;
  readonly data: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly notes: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly environment: NodeJS.ProcessEnv;
  readonly language: Language;
  readonly strings: Strings;
  /** How notes and troubles are written. */
  readonly log: Log;
}

/** The terminal of a process: its standard streams and environment. */
export function terminalOf(process: NodeJS.Process, language: Language): Terminal {
  return {
    input: process.stdin,
    data: process.stdout,
    notes: process.stderr,
    environment: process.env,
    language,
    strings: stringsOf(language),
    log: logOf(process.argv),
  };
}

/** Data for programs. A terminal would obey what stands in headlines, so that it gets them {@link printable}. */
export function writeData({ data }: Terminal, text: string): void {
  data.write(data.isTTY ? printable(text) : text);
}

/** A line for people. */
export function note(terminal: Terminal, text: string): void {
  terminal.notes.write(terminal.log === 'json' ? noteJson(text) : `${printable(text)}\n`);
}

/** A trouble in the language of the terminal, with its file and line. */
export function noteTrouble(terminal: Terminal, problem: Trouble): void {
  if (terminal.log === 'json') terminal.notes.write(troubleJson(problem));
  else note(terminal, `jianwen: ${troubleLine(problem, terminal.language)}`);
}

/** Names the trouble that kept a command from doing anything, and gives its exit status. */
export function refuse(terminal: Terminal, problem: Trouble): ExitCode {
  noteTrouble(terminal, problem);
  return EXIT.nothingDone;
}

/** Text without what a terminal would obey: control characters, escapes and direction marks become U+FFFD. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\p{Cs}]/gu, (unit) =>
    unit === '\n' ? unit : '\ufffd',
  );
}
