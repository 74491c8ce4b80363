import { type Axis, byAxis } from '#classifier/core/axis.ts';
import { type Agreement, agreementOf } from '#classifier/evaluate/agreement.ts';
import { doubleOneIn, isDouble, viewerOf } from '#classifier/store/editors.ts';
import type { LabelEvent } from '#classifier/store/label-events.ts';
import type { Store } from '#classifier/store/open-database.ts';
import { editorStandings } from '#classifier/store/settling.ts';
import { independentLabels, shownLabel, UNSIGNED } from '#classifier/store/standing.ts';
import type { AgreementView, PairView, RuledView } from '#contract/desk-views.ts';
import { opinionView } from './work-view.ts';

const MOST_CONTESTED = 200;
const MOST_RULED = 50;

type Labelled = ReturnType<typeof editorStandings>[number];

/** How far editors agree, where they differ, and what was ruled. */
export function agreementView(db: Store): AgreementView {
  const labelled = editorStandings(db);
  const contested = labelled.filter(({ standing }) => standing.isContested).sort(byLatest);
  return {
    editors: editorsOf(labelled),
    pairs: pairsOf(labelled.map(({ events }) => independentLabels(events))),
    contested: contested.slice(0, MOST_CONTESTED).map(contestedView),
    contestedInAll: contested.length,
    ruled: ruledOf(labelled),
    waiting: waitingOf(db, labelled),
  };
}

function contestedView({ digest, standing: { opinions } }: Labelled): AgreementView['contested'][number] {
  return { digest, text: (opinions[0] as LabelEvent).text, opinions: opinions.map(opinionView) };
}

function ruledOf(labelled: readonly Labelled[]): RuledView[] {
  return labelled
    .flatMap(({ digest, standing: { ruling, opinions } }) =>
      ruling === undefined
        ? []
        : [
            {
              digest,
              text: ruling.text,
              eventId: ruling.id,
              ruling: opinionView(ruling),
              opinions: opinions.map(opinionView),
            },
          ],
    )
    .sort((a, b) => b.eventId - a.eventId)
    .slice(0, MOST_RULED);
}

function byLatest(a: Labelled, b: Labelled): number {
  return (b.standing.opinions.at(-1)?.id ?? 0) - (a.standing.opinions.at(-1)?.id ?? 0);
}

function editorsOf(labelled: readonly Labelled[]): AgreementView['editors'] {
  const opinions = labelled.flatMap(({ standing }) => standing.opinions);
  return [...Map.groupBy(opinions, ({ annotator }) => annotator)]
    .map(([annotator, { length: labels }]) => ({ annotator, labels }))
    .sort((a, b) => b.labels - a.labels);
}

/** Every two editors with a headline that both labelled without seeing the other's label. */
function pairsOf(labels: readonly (readonly LabelEvent[])[]): PairView[] {
  const answers = new Map<string, { one: string; other: string; both: [LabelEvent, LabelEvent][] }>();
  for (const events of labels) {
    const ordered = [...events].sort((a, b) => (a.annotator < b.annotator ? -1 : 1));
    for (const [at, first] of ordered.entries()) {
      for (const second of ordered.slice(at + 1)) {
        const [one, other] = [first.annotator, second.annotator];
        const key = JSON.stringify([one, other]);
        const pair = answers.get(key) ?? { one, other, both: [] };
        pair.both.push([first, second]);
        answers.set(key, pair);
      }
    }
  }
  return [...answers.values()]
    .sort((a, b) => b.both.length - a.both.length)
    .map(({ one, other, both }) => ({ one, other, axes: byAxis((axis) => agreementOn(axis, both)) }));
}

function agreementOn(axis: Axis, both: readonly (readonly [LabelEvent, LabelEvent])[]): Agreement {
  return agreementOf(both.map(([one, other]) => [one.label[axis], other.label[axis]]));
}

/** Headlines of the double share that one editor has labelled. */
function waitingOf(db: Store, labelled: readonly Labelled[]): AgreementView['waiting'] {
  const oneIn = doubleOneIn(db);
  const viewer = viewerOf(db);
  const single = labelled.filter(
    ({ digest, standing: { opinions, ruling } }) =>
      isDouble(digest, oneIn) &&
      ruling === undefined &&
      opinions.length === 1 &&
      opinions[0]?.annotator !== UNSIGNED,
  );
  const mine = single.filter(({ digest, standing }) => shownLabel(standing, viewer(digest))?.isHidden);
  return { mine: mine.length, others: single.length - mine.length };
}
