import type { Trouble } from '#classifier/core/trouble.ts';
import { writeJsonLine } from '#classifier/interchange/json-line.ts';

/** How standard error is written: lines for people, or one JSON object a line for programs. */
export const LOGS = ['text', 'json'] as const;
export type Log = (typeof LOGS)[number];

/** The log that a command line asks for, wherever it stands; known before the rest is understood. */
export function logOf(argv: readonly string[]): Log {
  const end = argv.indexOf('--');
  const words = end < 0 ? argv : argv.slice(0, end);
  const isJson = words.some(
    (word, at) => word === '--log=json' || (word === '--log' && words[at + 1] === 'json'),
  );
  return isJson ? 'json' : 'text';
}

/** A trouble as a line of JSON: `{"level":"error","code","zh","en","file","line","row"}`. */
export function troubleJson({ code, sentence, place }: Trouble): string {
  return writeJsonLine({ level: 'error', code, ...sentence, ...place });
}

/** A note as a line of JSON: `{"level":"info","message"}`. */
export function noteJson(message: string): string {
  return writeJsonLine({ level: 'info', message });
}
