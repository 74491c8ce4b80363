import { byAxis } from '#classifier/core/axis.ts';
import { type Evidence, type EvidenceByAxis, explain, reasonsFor } from '#classifier/core/evidence.ts';
import { type Reading, read } from '#classifier/core/reading.ts';
import { type Score, score } from '#classifier/core/score.ts';
import { spansOfCut } from '#classifier/core/word-cut.ts';
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
  return rowView(headline, scored, evidence);
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
    headline: rowView(headline, scored, evidence),
    axes: byAxis((axis) => ({ ...scored.axes[axis], parts: evidence[axis].map(partView) })),
    known: scored.known,
    learned: countLabels(workspace.db, { deskOnly: false }),
    cluster,
  };
}

function explainReading({ model, reader }: Workspace, reading: Reading, raw: string): EvidenceByAxis {
  return explain(model, reading, spansOfCut(reader.cutWords(reading.normalised.text)), raw);
}

function rowView(headline: Headline, scored: Score, evidence: EvidenceByAxis | null): HeadlineView {
  return {
    id: headline.id,
    text: headline.text,
    position: headline.position,
    scores: scoresView(scored),
    reason: scored.band === 'pass' || evidence === null ? null : firstReason(evidence),
    label: headline.label,
  };
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

function firstReason(evidence: EvidenceByAxis): ReasonView | null {
  const [reason] = reasonsFor(evidence);
  if (reason === undefined) return null;
  const { axis } = reason;
  if (reason.kind === 'word') return { kind: 'word', axis, word: reason.word };
  return { kind: 'rule', id: reason.rule.id, axis, description: reason.rule.description };
}

function partView(part: Evidence): EvidenceView {
  if (part.kind !== 'rule') return part;
  const { rule, ...rest } = part;
  return { ...rest, id: rule.id, description: rule.description };
}
