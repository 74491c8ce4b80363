/** A place in the program: `at name (file:1:2)`, of which the file's name and the numbers are kept. */
const FRAME = /^\s*at .*?([\w.-]+\.(?:mjs|js|ts|cjs|node)):(\d+):(\d+)\)?$/;
/** Names of errors and their codes, by which a fault can be told. */
const NAMES = /\b(?:[A-Z][A-Za-z]*(?:Error|Exception)|SQLITE_[A-Z_]+|E[A-Z]{3,12}|ERR_[A-Z_]+)\b/g;

/**
 * What of a line may stand in a log: names and codes of errors, places in the program, and nothing else of it, because
 * everything else may quote a headline, a note, a path or a name. Null where nothing is left.
 */
export function withoutText(line: string): string | null {
  const frame = FRAME.exec(line);
  if (frame !== null) return `  at ${frame[1]}:${frame[2]}:${frame[3]}`;
  const names = line.match(NAMES);
  return names === null ? null : [...new Set(names)].join(' ');
}
