import { memo, type ReactElement } from 'react';
import { AXES } from '#classifier/core/axis.ts';
import type { FoldView } from '#contract/list-views.ts';
import type { HeadlineView, ReasonView } from '#contract/views.ts';
import { useSay } from '../../strings/use-say.ts';
import { BandChip } from '../../ui/band-chip.tsx';
import { percent, shorten } from '../../ui/numbers.ts';
import { PlainText } from '../../ui/plain-text.tsx';
import { labelName } from '../labels/label-names.ts';

export interface HeadlineRowProps {
  readonly headline: HeadlineView;
  readonly fold: FoldView | null;
  readonly index: number;
  readonly total: number;
  /** Pixels from the top of what is drawn. */
  readonly start: number;
  readonly isSelected: boolean;
  /** The one that keys are about, where several are selected. */
  readonly isActive: boolean;
  /** The scores are those from before the last decision. */
  readonly isStale: boolean;
  readonly onSelect: (index: number, isExtended: boolean) => void;
  /** Folds or unfolds the story of the selected row. */
  readonly onToggle: () => void;
}

/** Characters of a headline that two lines can hold at most; the pane shows it whole. */
const MOST = 160;

/** One headline of the list. */
export const HeadlineRow = memo(function HeadlineRow(props: HeadlineRowProps): ReactElement {
  const { say } = useSay();
  const { headline, fold } = props;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus and names this row as active.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the desk's keys move the selection.
    <div
      data-index={props.index}
      id={`headline-${headline.id}`}
      className={`row${props.isActive ? ' row-active' : ''}${fold?.state === 'member' ? ' row-member' : ''}`}
      role="option"
      aria-selected={props.isSelected}
      aria-posinset={props.index + 1}
      aria-setsize={props.total}
      style={{ transform: `translateY(${props.start}px)` }}
      onClick={(event) => {
        props.onSelect(props.index, event.shiftKey);
        if ((event.target as Element).closest('.row-fold') !== null) props.onToggle();
      }}
    >
      <span className="row-band">
        <BandChip scores={headline.scores} />
      </span>
      {AXES.map((axis) => (
        <span
          key={axis}
          className={`number score score-${axis}${props.isStale ? ' stale' : ''}`}
          data-weight={headline.scores[axis] >= 0.5 ? 'heavy' : 'light'}
          title={props.isStale ? say('queue.stale') : undefined}
        >
          <span className="unseen">{say(`axis.${axis}`)} </span>
          {percent(headline.scores[axis])}
        </span>
      ))}
      <span className="row-text">
        <bdi className="row-headline">
          <PlainText text={shorten(headline.text, MOST)} />
        </bdi>
        <span className="row-foot">
          <Reason reason={headline.reason} />
          {fold !== null && fold.state !== 'member' && (
            <span className="row-fold" title={say(`fold.${fold.state}.hint`)}>
              <span aria-hidden="true">{fold.state === 'folded' ? '▸ ' : '▾ '}</span>
              {say('fold.size', { count: fold.size })}
            </span>
          )}
          {headline.flagged && <span className="row-mark row-flag">{say('queue.flagged')}</span>}
          {headline.skipped && headline.label === null && (
            <span className="row-mark">{say('queue.skipped')}</span>
          )}
          {headline.label !== null && (
            <span className="row-label">
              <span className="unseen">{say('queue.label')} </span>
              {say(labelName(headline.label))}
            </span>
          )}
        </span>
      </span>
    </div>
  );
});

/** The place of a headline that is on its way. */
export function WaitingRow(props: { readonly start: number; readonly isSelected: boolean }): ReactElement {
  return (
    <div
      className="row row-waiting"
      aria-hidden="true"
      data-selected={props.isSelected}
      style={{ transform: `translateY(${props.start}px)` }}
    />
  );
}

function Reason({ reason }: { readonly reason: ReasonView | null }): ReactElement {
  const { say, tell } = useSay();
  if (reason === null) return <span className="reason reason-none">{say('queue.no.reason')}</span>;
  return (
    <span className="reason">
      <span className={`axis-name axis-name-${reason.axis}`}>{say(`axis.${reason.axis}`)}</span>
      {reason.kind === 'rule' ? tell(reason.description) : say('queue.reason.word', { word: reason.word })}
    </span>
  );
}
