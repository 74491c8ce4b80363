import { failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { SOURCE_LIMIT } from '#classifier/interchange/sources/limits.ts';
import { readSource } from '#classifier/interchange/sources/read-source.ts';
import { readSourceFile } from '#classifier/interchange/sources/read-source-file.ts';
import type { SourceChoices, SourceReading } from '#classifier/interchange/sources/source-reading.ts';
import { rejectedTrouble } from '#classifier/interchange/sources/source-troubles.ts';
import { inputName, STDIN } from '../input-name.ts';
import { noteTrouble, type Terminal } from '../terminal.ts';

/** Reads a list for a command that stores nothing of it, and names the rows that cannot be read. */
export async function readList(file: string, terminal: Terminal): Promise<Result<SourceReading>> {
  const reading = file === STDIN ? await readInput(terminal, {}) : await readSourceFile(file);
  const rejected = reading.ok ? reading.value.rejected : [];
  for (const row of rejected) noteTrouble(terminal, rejectedTrouble(row, inputName(file)));
  return reading;
}

/** Reads standard input as a source. */
export async function readInput(terminal: Terminal, choices: SourceChoices): Promise<Result<SourceReading>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of terminal.input) {
    length += chunk.length;
    if (length > SOURCE_LIMIT) return failed(tooMuchInput());
    chunks.push(chunk);
  }
  return readSource(Buffer.concat(chunks), inputName(STDIN), choices);
}

function tooMuchInput() {
  const size = `${SOURCE_LIMIT / 1024 / 1024} MB`;
  return trouble(
    'file-too-large',
    `标准输入超过 ${size}，无法一次读入。`,
    `Standard input is over ${size}, too much to read at once.`,
    { file: inputName(STDIN) },
  );
}
