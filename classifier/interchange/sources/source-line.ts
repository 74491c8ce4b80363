import { parseExactly } from '../json-line.ts';
import type { SourceRow } from './source-reading.ts';

/**
 * A row as one JSON object: text, then what else is known of it under its usual name, then its metadata as it stands,
 * without keys of the same names.
 */
export function sourceLine({ text, details }: Pick<SourceRow, 'text' | 'details'>): string {
  if (details === null) return JSON.stringify({ text });
  const { metadata, ...said } = details;
  const known = Object.entries(said).filter(([, value]) => value !== null);
  const fields = { text, ...Object.fromEntries(known) };
  if (metadata === null) return JSON.stringify(fields);
  const rest = Object.entries(parseExactly(metadata) as object).filter(
    ([key]) => !Object.hasOwn(fields, key),
  );
  return JSON.stringify(Object.fromEntries([...Object.entries(fields), ...rest]));
}
