import { userInfo } from 'node:os';
import { done, type Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import { type LabelRecord, readLabelLines, writeLabelLines } from '#classifier/interchange/label-lines.ts';
import { readTextFile } from '#classifier/interchange/read-text-file.ts';
import { writeTextFile } from '#classifier/interchange/write-text-file.ts';
import { headlineDigest } from '#classifier/store/digest.ts';
import { holdingEvents, type LabelEvent } from '#classifier/store/label-events.ts';
import { type FiledLabel, type FiledOutcome, putLabels } from '#classifier/store/labelling.ts';
import { createVersion, isVersionOutdated } from '#classifier/store/versioning.ts';
import type { Workspace } from '#classifier/store/workspace.ts';

/** What became of a label file. */
export interface LabelImport extends FiledOutcome {
  /** Lines that could not be read, each with its number. */
  readonly troubles: readonly Trouble[];
}

/** Writes the labels that editors gave and that hold, in the order in which they were given; returns their number. */
export async function exportLabels(workspace: Workspace, path: string): Promise<Result<number>> {
  const events = holdingEvents(workspace.db, { deskOnly: true });
  const written = await writeTextFile(path, writeLabelLines(events.map(toRecord)));
  return written.ok ? done(events.length) : written;
}

/**
 * Reads and learns a label file in one transaction, and calibrates the model to it. Lines that cannot be read are told
 * and left out.
 */
export async function importLabels(workspace: Workspace, path: string): Promise<Result<LabelImport>> {
  const read = await readTextFile(path);
  if (!read.ok) return read;
  const { records, troubles } = readLabelLines(read.value.text, path);
  const now = workspace.now();
  const labels = records.map(({ record }) => toLabel(record, now));
  const outcome = putLabels(workspace, labels);
  if (isVersionOutdated(workspace)) createVersion(workspace);
  return done({ ...outcome, troubles });
}

/** The editor's name on this machine's account. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'editor';
  }
}

function toRecord(event: LabelEvent): LabelRecord {
  return {
    text: event.text,
    sensational: event.label.sensational,
    implausible: event.label.implausible,
    annotator: event.annotator,
    labelledAt: event.labelledAt,
    digest: event.digest,
    ...(event.note === null ? {} : { note: event.note }),
    ...JSON.parse(event.extra ?? '{"rest":{}}'),
  };
}

/** The digest is made anew from the text: a file cannot give a headline another's label. */
function toLabel(record: LabelRecord, now: string): FiledLabel {
  return {
    digest: headlineDigest(record.text),
    text: record.text,
    label: { sensational: record.sensational, implausible: record.implausible },
    origin: 'import',
    annotator: record.annotator ?? accountName(),
    labelledAt: record.labelledAt === undefined ? now : new Date(record.labelledAt).toISOString(),
    note: record.note ?? null,
    extra: extraOf(record),
    dated: record.labelledAt !== undefined,
  };
}

/** What the log has no column for, as JSON: it goes out again with the label. */
function extraOf({ arguable, rest }: LabelRecord): string | null {
  if (arguable === undefined && Object.keys(rest).length === 0) return null;
  return JSON.stringify({ ...(arguable === undefined ? {} : { arguable }), rest });
}
