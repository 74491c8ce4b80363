import { byAxis } from '#classifier/core/axis.ts';
import { type Evidence, type EvidenceByAxis, explain, reasonsFor } from '#classifier/core/evidence.ts';
import { type Reading, read, readText } from '#classifier/core/reading.ts';
import { createReasonFinder, type FirstReason } from '#classifier/core/reason-names.ts';
import { leadingAxis, type Score, score } from '#classifier/core/score.ts';
import { createScorer } from '#classifier/core/scorer.ts';
import { cutHeadline, wordsOfHeadline } from '#classifier/core/word-cut.ts';
import { compileForTexts } from '#classifier/desk/compile-for-texts.ts';
import type { Headline } from '#classifier/store/headlines.ts';
import { countLabels } from '#classifier/store/label-events.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type {
  ClusterView,
  EvidenceDetail,
  EvidenceView,
  HeadlineView,
  ReasonView,
  ScoresView,
} from '#contract/views.ts';

/** A headline as the list shows it, scored by the model as it is now. */
export function headlineView(workspace: Workspace, headline: Headline): HeadlineView {
  const reading = read(workspace.reader, headline.text);
  const scored = score(workspace.model, reading);
  const evidence = scored.band === 'pass' ? null : explainReading(workspace, reading, headline.text);
  return rowView(headline, scored, evidence, workspace.model.name);
}

/**
 * Headlines as {@link headlineView} shows them, several times as fast: the model is compiled for their features alone,
 * and reasons are found without the evidence behind them.
 */
export function headlineViews(
  { model, reader }: Workspace,
  headlines: readonly Headline[],
): ReadonlyMap<number, HeadlineView> {
  const texts = headlines.map(({ text }) => text);
  const scorer = createScorer(compileForTexts(model, reader, texts), reader.stemLatin);
  const findReason = createReasonFinder(scorer);
  const viewOf = (headline: Headline): HeadlineView => {
    const reading = readText(reader, headline.text);
    const scored = scorer.score(reading);
    if (scored.band === 'pass') return { ...shown(headline, scored, model.name), reason: null };
    const cut = cutHeadline(reader.cutWords, reading.normalised);
    const reason = findReason(reading, headline.text, cut, leadingAxis(scored));
    return { ...shown(headline, scored, model.name), reason: reason && reasonView(reason) };
  };
  return new Map(headlines.map((headline) => [headline.id, viewOf(headline)]));
}

function reasonView(reason: FirstReason): ReasonView {
  const { axis } = reason;
  if ('word' in reason) return { kind: 'word', axis, word: reason.word };
  return { kind: 'rule', id: reason.rule.id, axis, description: reason.rule.description };
}

/** Everything behind a headline's score, by the model as it is now. */
export function evidenceDetail(
  workspace: Workspace,
  headline: Headline,
  cluster: ClusterView | null,
): EvidenceDetail {
  const reading = read(workspace.reader, headline.text);
  const scored = score(workspace.model, reading);
  const evidence = explainReading(workspace, reading, headline.text);
  return {
    headline: rowView(headline, scored, evidence, workspace.model.name),
    axes: byAxis((axis) => ({ ...scored.axes[axis], parts: evidence[axis].map(partView) })),
    known: scored.known,
    learned: countLabels(workspace.db, { deskOnly: false }),
    cluster,
  };
}

function explainReading({ model, reader }: Workspace, reading: Reading, raw: string): EvidenceByAxis {
  return explain(model, reading, wordsOfHeadline(reader.cutWords, reading.normalised), raw);
}

function rowView(
  headline: Headline,
  scored: Score,
  evidence: EvidenceByAxis | null,
  model: string,
): HeadlineView {
  const reason = scored.band === 'pass' || evidence === null ? null : firstReason(scored, evidence);
  return { ...shown(headline, scored, model), reason };
}

function shown(
  { id, text, position, label, flagged, skipped, source, url, publishedAt }: Headline,
  scored: Score,
  model: string,
): Omit<HeadlineView, 'reason'> {
  const said = { source, url, publishedAt };
  return { id, text, position, ...said, scores: scoresView(scored), model, label, flagged, skipped };
}

function scoresView(scored: Score): ScoresView {
  return {
    sensational: scored.axes.sensational.probability,
    implausible: scored.axes.implausible.probability,
    score: scored.score,
    band: scored.band,
    insufficient: scored.insufficient,
  };
}

function firstReason(scored: Score, evidence: EvidenceByAxis): ReasonView | null {
  const [reason] = reasonsFor(evidence, leadingAxis(scored));
  return reason === undefined ? null : reasonView(reason);
}

function partView(part: Evidence): EvidenceView {
  if (part.kind !== 'rule') return part;
  const { rule, ...rest } = part;
  return { ...rest, id: rule.id, description: rule.description };
}
