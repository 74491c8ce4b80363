import type { Days, ListChoice } from '#contract/list-channels.ts';
import type { Speech } from '../../strings/use-say.ts';
import { shorten } from '../../ui/numbers.ts';
import { nameOf } from '../editors/editor-name.ts';
import type { FILTERS } from './list-choice.ts';

/** Characters of a word or rule on a chip. */
const MOST = 24;

export const BAND_NAMES = {
  pass: 'band.pass',
  check: 'band.check',
  flag: 'band.flag',
  unsure: 'band.insufficient',
} as const;

/** What a filter that is set lets through, in a few words; `ruleName` is what the rule says that it names. */
export function filterName(
  choice: ListChoice,
  filter: (typeof FILTERS)[number],
  ruleName: string | null,
  speech: Speech,
): string {
  const { say } = speech;
  switch (filter) {
    case 'search':
      return say('filter.search', { text: shorten(choice.search, MOST) });
    case 'word':
      return say('filter.word', { text: shorten(choice.word ?? '', MOST) });
    case 'rule':
      return say('filter.rule', { text: shorten(ruleName ?? choice.rule ?? '', MOST) });
    case 'band':
      return choice.band === null ? '' : say(BAND_NAMES[choice.band]);
    case 'axis':
      return say('filter.axis', { axis: choice.axis === null ? '' : say(`axis.${choice.axis}`) });
    case 'labelled':
      return say(choice.labelled ? 'choose.labelled.yes' : 'choose.labelled.no');
    case 'annotator':
      return say('filter.annotator', { name: nameOf(choice.annotator ?? '', speech) });
    case 'labelledIn':
      return say('filter.labelled.in', { days: daysName(choice.labelledIn, speech) });
    case 'datedIn':
      return say('filter.dated.in', { days: daysName(choice.datedIn, speech) });
    case 'disposition':
      return say('filter.disposition', {
        name: say(
          choice.disposition === 'none'
            ? 'filter.disposition.none'
            : `work.disposition.${choice.disposition ?? 'todo'}`,
        ),
      });
    case 'flagged':
      return say(choice.flagged ? 'filter.flagged' : 'filter.not.flagged');
    case 'skipped':
      return say(choice.skipped ? 'filter.skipped' : 'filter.not.skipped');
  }
}

function daysName(days: Days | null, { say }: Speech): string {
  if (days === null) return '';
  if (days.kind === 'last')
    return days.days === 1 ? say('days.today') : say('days.last', { days: days.days });
  return say('days.between', { from: days.from ?? '…', to: days.to ?? '…' });
}
