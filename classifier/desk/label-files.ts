import { userInfo } from 'node:os';
import { done, type Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import { type LabelRecord, readLabelLines, writeLabelLines } from '#classifier/interchange/label-lines.ts';
import { readTextFile } from '#classifier/interchange/read-text-file.ts';
import { writeTextFile } from '#classifier/interchange/write-text-file.ts';
import { type DeskWork, putWork, type WorkField, workOf } from '#classifier/store/desk-work.ts';
import { headlineDigest } from '#classifier/store/digest.ts';
import { presentAnnotator } from '#classifier/store/editors.ts';
import type { LabelEvent, ShownBefore } from '#classifier/store/label-events.ts';
import { type FiledLabel, type FiledOutcome, putLabels } from '#classifier/store/labelling.ts';
import { editorStandings } from '#classifier/store/settling.ts';
import { createVersion, isVersionOutdated } from '#classifier/store/versioning.ts';
import type { Workspace } from '#classifier/store/workspace.ts';

/** What became of a label file. */
export interface LabelImport extends FiledOutcome {
  /** Lines that could not be read, each with its number. */
  readonly troubles: readonly Trouble[];
}

/**
 * Writes the present label of every editor and every ruling, in the order in which they were given, with what the desk
 * does about the headline; returns their number.
 */
export async function exportLabels(workspace: Workspace, path: string): Promise<Result<number>> {
  const { db } = workspace;
  const events = editorStandings(db)
    .flatMap(({ standing: { opinions, ruling } }) => (ruling ? [...opinions, ruling] : opinions))
    .sort((a, b) => a.id - b.id);
  const records = events.map((event) => toRecord(event, workOf(db, event.digest)));
  const written = await writeTextFile(path, writeLabelLines(records));
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
  const unnamed = presentAnnotator(workspace.db) ?? accountName();
  const labels = records.map(({ record }) => toLabel(record, now, unnamed));
  const outcome = putLabels(workspace, labels);
  workspace.db.transaction(() => {
    records.forEach(({ record }, at) => {
      fileWork(workspace, record, labels[at] as FiledLabel);
    });
  })();
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

function toRecord(event: LabelEvent, { note, disposition, assignee, recheck }: DeskWork): LabelRecord {
  const noted = note ?? event.note;
  return {
    text: event.text,
    sensational: event.label.sensational,
    implausible: event.label.implausible,
    annotator: event.annotator,
    labelledAt: event.labelledAt,
    digest: event.digest,
    ...(noted === null ? {} : { note: noted }),
    ...event.shown,
    ...(event.sawOther ? { sawOther: true } : {}),
    ...(event.isRuling ? { ruling: true } : {}),
    ...(disposition === null ? {} : { disposition }),
    ...(assignee === null ? {} : { assignee }),
    ...(recheck === null ? {} : { recheck }),
    ...JSON.parse(event.extra ?? '{"rest":{}}'),
  };
}

/** The digest is made anew from the text: a file cannot give a headline another's label. */
function toLabel(record: LabelRecord, now: string, unnamed: string): FiledLabel {
  return {
    digest: headlineDigest(record.text),
    text: record.text,
    label: { sensational: record.sensational, implausible: record.implausible },
    origin: 'import',
    annotator: record.annotator ?? unnamed,
    labelledAt: record.labelledAt === undefined ? now : new Date(record.labelledAt).toISOString(),
    note: record.note ?? null,
    extra: extraOf(record),
    dated: record.labelledAt !== undefined,
    shown: shownOf(record),
    sawOther: record.sawOther ?? false,
    isRuling: record.ruling ?? false,
  };
}

function shownOf({ seconds, score, band, model }: LabelRecord): ShownBefore | null {
  if (seconds === undefined || score === undefined || band === undefined || model === undefined) return null;
  return { seconds, score, band, model };
}

/** What a file says of the decision that is not enough for {@link ShownBefore}. */
function partOfShown({ seconds, score, band, model }: LabelRecord): LabelRecord['rest'] {
  return Object.fromEntries(
    Object.entries({ seconds, score, band, model }).filter(([, value]) => value !== undefined),
  ) as LabelRecord['rest'];
}

/** Notes what a file says of the desk's work, where this desk has noted nothing itself. */
function fileWork({ db }: Workspace, record: LabelRecord, label: FiledLabel): void {
  const { digest, text, annotator, labelledAt: madeAt } = label;
  const present = workOf(db, digest);
  for (const field of ['disposition', 'note', 'assignee', 'recheck'] as const satisfies WorkField[]) {
    const value = record[field];
    if (value === undefined || present[field] !== null) continue;
    putWork(db, { field, value, digest, text, annotator, madeAt }, null);
  }
}

/** What the log has no column for, as JSON: it goes out again with the label. */
function extraOf(record: LabelRecord): string | null {
  const { arguable } = record;
  const rest = { ...record.rest, ...(shownOf(record) === null ? partOfShown(record) : {}) };
  if (arguable === undefined && Object.keys(rest).length === 0) return null;
  return JSON.stringify({ ...(arguable === undefined ? {} : { arguable }), rest });
}
