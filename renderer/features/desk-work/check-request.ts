import { AXES } from '#classifier/core/axis.ts';
import type { DeskWorkView } from '#contract/desk-views.ts';
import type { ContradictionView, EvidenceDetail } from '#contract/views.ts';
import type { Speech } from '../../strings/use-say.ts';
import { percent, points } from '../../ui/numbers.ts';
import { isSign, type SignView } from '../evidence/is-sign.ts';

/** Signs of each axis that a check request names: the strongest. */
const MOST_SIGNS = 4;

/** A request to check a headline, to be sent to a colleague: headline, evidence and contradictions as plain text. */
export function checkRequest(
  detail: EvidenceDetail,
  work: DeskWorkView,
  by: { readonly who: string; readonly time: string },
  speech: Speech,
): string {
  const { say } = speech;
  const { text, scores, model } = detail.headline;
  const contradictions = (detail.cluster?.others ?? []).flatMap((other) =>
    other.contradictions.map((one) => contradictionLine(text, other.text, one, speech)),
  );
  const signs = signLines(detail, speech);
  return [
    say('request.title'),
    ...(work.assignee === null ? [] : [say('request.assignee', { name: work.assignee })]),
    say('request.headline', { text }),
    say('request.verdict', {
      band: say(`band.${scores.band}`),
      sensational: percent(scores.sensational),
      implausible: percent(scores.implausible),
      model,
    }),
    ...(signs.length === 0 ? [] : [say('request.evidence'), ...signs]),
    ...(contradictions.length === 0 ? [] : [say('request.contradictions'), ...contradictions]),
    ...(work.note === null ? [] : [say('request.note', { note: work.note })]),
    ...(work.recheck === null ? [] : [say('request.recheck', { day: work.recheck })]),
    say('request.by', by),
  ].join('\n');
}

function signLines({ axes }: EvidenceDetail, speech: Speech): string[] {
  const { say } = speech;
  return AXES.flatMap((axis) =>
    axes[axis].parts
      .filter(isSign)
      .filter((part) => part.logOdds > 0)
      .slice(0, MOST_SIGNS)
      .map((part) =>
        say('request.sign', {
          axis: say(`axis.${axis}`),
          sign: signText(part, speech),
          points: points(part.logOdds),
        }),
      ),
  );
}

function signText(part: SignView, { say, tell }: Speech): string {
  if (part.kind === 'word') return `${say('evidence.word')} “${part.word}”`;
  const detail = part.detail === undefined ? '' : ` (${tell(part.detail)})`;
  return `${say('evidence.rule')} ${tell(part.description)}${detail}`;
}

function contradictionLine(
  text: string,
  otherText: string,
  { kind, here, there }: ContradictionView,
  { say }: Speech,
): string {
  const cut = (whole: string, { start, end }: ContradictionView['here']) =>
    whole.slice(start, end) || say('request.nothing.there');
  return say('request.contradiction', {
    kind: say(`story.${kind}`),
    here: cut(text, here),
    there: cut(otherText, there),
    text: otherText,
  });
}
