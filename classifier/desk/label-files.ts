import { userInfo } from 'node:os';
import { done, failed, type Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import { type LabelRecord, writeLabelLines } from '#classifier/interchange/label-lines.ts';
import { writeTextFile } from '#classifier/interchange/write-text-file.ts';
import { putWork, type WorkField, workOf } from '#classifier/store/desk-work.ts';
import { headlineDigest } from '#classifier/store/digest.ts';
import { presentAnnotator } from '#classifier/store/editors.ts';
import type { ShownBefore } from '#classifier/store/label-events.ts';
import { type FiledLabel, type FiledOutcome, putLabels } from '#classifier/store/labelling.ts';
import { followStore, makeVersion } from '#classifier/store/open-workspace.ts';
import { isVersionOutdated } from '#classifier/store/versioning.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import { BULK_LABELS, backUpBefore } from './bulk.ts';
import { chosenLabels, nothingChosen } from './chosen-labels.ts';
import { followLog } from './journal/journal.ts';
import { readLabels } from './journal/read-journal.ts';
import { isEntry, standingEntries } from './journal/standing-entries.ts';

/** What became of a label file. */
export interface LabelImport extends FiledOutcome {
  /** Lines that could not be read, each with its number. */
  readonly troubles: readonly Trouble[];
}

/**
 * Writes the present label of every editor and every ruling as our own JSON Lines, in the order in which they were
 * given, with everything that is known of each; returns their number. Troubles: file-unwritable; not-found where there is no
 * label, and what is there is left.
 */
export async function exportLabels(workspace: Workspace, path: string): Promise<Result<number>> {
  const records = chosenLabels(workspace, {});
  if (records.length === 0) return failed(nothingChosen());
  const written = await writeTextFile(path, writeLabelLines(records));
  return written.ok ? done(records.length) : written;
}

/**
 * Reads and learns a label file of any tool, or a journal, in one transaction, and calibrates the model to it. Lines that
 * cannot be read are told and left out.
 */
export async function importLabels(workspace: Workspace, path: string): Promise<Result<LabelImport>> {
  const read = await readLabels(path);
  if (!read.ok) return read;
  const { troubles } = read.value;
  const inOrder = read.value.records.some(({ record }) => isEntry(record));
  const records = standingEntries(read.value.records.map(({ record }) => record));
  const kept = records.length < BULK_LABELS ? null : await backUpBefore(workspace, 'labels');
  if (kept?.ok === false) return kept;
  followStore(workspace);
  const now = workspace.now();
  const unnamed = presentAnnotator(workspace.db) ?? accountName();
  const labels = records.map((record) => toLabel(record, now, unnamed));
  const beside = () => {
    for (const [at, record] of records.entries()) fileWork(workspace, record, labels[at] as FiledLabel);
  };
  const outcome = putLabels(workspace, labels, { inOrder, beside });
  if (isVersionOutdated(workspace)) makeVersion(workspace);
  const journal = followLog(workspace);
  return done({ ...outcome, troubles: journal.ok ? troubles : [...troubles, journal.trouble] });
}

/** The editor's name on this machine's account. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'editor';
  }
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
