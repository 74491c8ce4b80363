import { constants } from 'node:os';

/** A place in the program: `at name (file:1:2)`, of which the file's name and the numbers are kept. */
const FRAME = /^\s*at (?:.*[ (/\\])?([\w.-]+\.(?:mjs|cjs)):(\d+):(\d+)\)?$/;
/** Classes of errors, codes of SQLite, Node and Chromium by their prefix, and words that may be codes of the system. */
const NAMES =
  /\b(?:(?:Abort|Aggregate|Assertion|Csv|Range|Reference|Sqlite|Syntax|System|Timeout|Type|URI)?Error|DOMException|SQLITE_[A-Z_]+|ERR_[A-Z_]+|E[A-Z0-9_]+)\b/g;
const MAY_BE_A_WORD = /^E(?!rror$|RR_)/;
/** Codes of the system; a word in capitals may be one of a headline, so that only these count. */
const CODES: ReadonlySet<string> = new Set([...Object.keys(constants.errno), 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * What of a line may stand in a log: names and codes of errors, places in our own bundles, and nothing else of it, because
 * everything else may quote a headline, a note, a path or a name. Null where nothing is left.
 * @param bundles the names of the program's own files
 */
export function withoutText(line: string, bundles: ReadonlySet<string>): string | null {
  const [, file, row, column] = FRAME.exec(line) ?? [];
  if (file !== undefined) return bundles.has(file) ? `  at ${file}:${row}:${column}` : null;
  const names = line.match(NAMES)?.filter((name) => !MAY_BE_A_WORD.test(name) || CODES.has(name));
  return names === undefined || names.length === 0 ? null : [...new Set(names)].join(' ');
}
