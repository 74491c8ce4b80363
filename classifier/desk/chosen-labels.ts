import { isInRandomStream } from '#classifier/core/labelling-order.ts';
import { nearCopyGroups } from '#classifier/core/near-copy-groups.ts';
import { read } from '#classifier/core/reading.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { LabelRecord } from '#classifier/interchange/label-lines.ts';
import { type DeskWork, workOf } from '#classifier/store/desk-work.ts';
import { detailsOf } from '#classifier/store/headlines.ts';
import type { LabelEvent } from '#classifier/store/label-events.ts';
import { editorStandings } from '#classifier/store/settling.ts';
import type { Workspace } from '#classifier/store/workspace.ts';

/** Which labels of the desk are meant; all where nothing is said. */
export interface LabelChoice {
  /** Only rulings, or only headlines of the random stream. */
  readonly only?: 'adjudicated' | 'random';
  /** Days of labelling, both inclusive, YYYY-MM-DD. */
  readonly from?: string;
  readonly to?: string;
  /** Only headlines with these digests: those of a list or a saved view. */
  readonly digests?: ReadonlySet<string>;
}

/** The labels that a choice names, with everything that is known of each, in the order in which they were given. */
export function chosenLabels(workspace: Workspace, choice: LabelChoice): LabelRecord[] {
  const { db } = workspace;
  const events = editorStandings(db)
    .filter(({ digest }) => choice.digests?.has(digest) ?? true)
    .filter(({ digest }) => choice.only !== 'random' || isInRandomStream(digest))
    .flatMap(({ standing: { opinions, ruling } }) => {
      if (choice.only === 'adjudicated') return ruling === undefined ? [] : [ruling];
      return ruling === undefined ? opinions : [...opinions, ruling];
    })
    .filter(({ labelledAt }) => isWithin(labelledAt.slice(0, 10), choice))
    .sort((a, b) => a.id - b.id);
  const clusters = clusterNames(
    events.map(({ text }) => text),
    events.map(({ digest }) => digest),
  );
  return events.map((event, at) => {
    const record = toRecord(event, workOf(db, event.digest));
    return {
      ...record,
      rest: { ...known(workspace, event.digest, event.text), cluster: clusters[at], ...record.rest },
    };
  });
}

function isWithin(day: string, { from, to }: LabelChoice): boolean {
  return (from === undefined || day >= from) && (to === undefined || day <= to);
}

/** The rules that a headline hits, and what its source says of it. */
function known({ db, reader }: Workspace, digest: string, text: string): Record<string, unknown> {
  const rules = [...new Set(read(reader, text).hits.map(({ rule }) => rule.id))];
  const id = db
    .prepare('SELECT max(headline_id) FROM headline_digest WHERE digest = ?')
    .pluck()
    .get(digest) as number | null;
  const details = id === null ? undefined : detailsOf(db, id);
  const said = Object.entries(details ?? {}).filter(([key, value]) => value !== null && key !== 'metadata');
  return { rules, ...Object.fromEntries(said) };
}

/** Names the cluster of each headline by the smallest digest of its members. */
function clusterNames(texts: readonly string[], digests: readonly string[]): string[] {
  const clusters = nearCopyGroups(texts);
  const names = new Map<number, string>();
  clusters.forEach((cluster, at) => {
    const digest = digests[at] as string;
    const name = names.get(cluster);
    if (name === undefined || digest < name) names.set(cluster, digest);
  });
  return [...clusters].map((cluster) => names.get(cluster) as string);
}

/** A label with everything that is known of it. */
export function toRecord(event: LabelEvent, { note, disposition, assignee, recheck }: DeskWork): LabelRecord {
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

/** The trouble of a choice that no label is of. */
export function nothingChosen(): Trouble {
  return trouble(
    'not-found',
    '没有符合条件的标注，没有写文件。',
    'No label is of this choice; nothing was written.',
  );
}
