import { done, failed, type Result } from '#classifier/core/result.ts';
import { readLabelLines } from '#classifier/interchange/label-lines.ts';
import { readTextFile } from '#classifier/interchange/read-text-file.ts';
import type { StarterLabel } from '#classifier/store/workspace.ts';

/** Reads a file of the labels that the program comes with; fails at the first bad line. */
export async function readStarterLabels(file: string): Promise<Result<StarterLabel[]>> {
  const text = await readTextFile(file);
  if (!text.ok) return text;
  const { records, troubles } = readLabelLines(text.value.text, file);
  const [problem] = troubles;
  if (problem) return failed(problem);
  return done(
    records.map(({ record }) => ({
      text: record.text,
      label: { sensational: record.sensational, implausible: record.implausible },
      note: record.note ?? null,
      topic: textOrNull(record.rest.topic),
      difficulty: textOrNull(record.rest.difficulty),
    })),
  );
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
