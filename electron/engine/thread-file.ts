import { join } from 'node:path';

/** The file of a thread: its source beside this one, or in the built engine the program of its own name. */
export function threadFile(source: string, built: string): string {
  return import.meta.filename.endsWith('.ts')
    ? join(import.meta.dirname, `${source}.ts`)
    : join(import.meta.dirname, `${built}.mjs`);
}
