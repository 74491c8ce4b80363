import { parseDate } from '@internationalized/date';
import { memo, type ReactElement, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Calendar, CalendarCell, CalendarGrid, CalendarHeading } from 'react-aria-components/Calendar';
import { DateInput, DatePicker, DateSegment } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Label } from 'react-aria-components/Label';
import { Popover } from 'react-aria-components/Popover';
import { useSay } from '../../strings/use-say.ts';

interface RecheckFieldProps {
  readonly headlineId: number;
  /** As 2026-01-31; null for none. */
  readonly day: string | null;
  readonly onChange: (day: string | null) => void;
}

/** A day that was typed for a headline and is not saved yet. */
interface Typed {
  readonly headlineId: number;
  readonly day: string | null;
}

/**
 * The day on which a headline is to be looked at again. A day typed digit by digit is saved when the field is left. One field serves
 * all headlines: to make it anew for each took a tenth of what a decision costs the page.
 */
export const RecheckField = memo(function RecheckField({
  headlineId,
  day,
  onChange,
}: RecheckFieldProps): ReactElement {
  const { say } = useSay();
  const [draft, setDraft] = useState<Typed | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  // Half a day that was typed is gone when the field is left: a new picker has none of it.
  const [timesLeft, setTimesLeft] = useState(0);
  const typed = draft?.headlineId === headlineId ? draft.day : undefined;
  const shown = typed === undefined ? day : typed;

  function settle(value: string | null | undefined): void {
    setDraft(null);
    if (value !== undefined && value !== day) onChange(value);
  }

  return (
    <DatePicker
      key={timesLeft}
      className="recheck"
      granularity="day"
      shouldForceLeadingZeros
      value={shown === null ? null : parseDate(shown)}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
      onChange={(date) => {
        const value = date === null ? null : date.toString();
        if (isOpen) settle(value);
        else setDraft({ headlineId, day: value });
      }}
      onBlur={() => {
        if (isOpen) return;
        settle(typed);
        // Where the window was left and not the field, the field has the focus again on return.
        if (document.hasFocus()) setTimesLeft(timesLeft + 1);
      }}
    >
      <Label className="field-label">{say('work.recheck')}</Label>
      <Group className="recheck-group">
        <DateInput className="recheck-input">
          {(segment) => <DateSegment segment={segment} className="recheck-segment" />}
        </DateInput>
        <Button className="recheck-button" aria-label={say('work.recheck.open')}>
          <span aria-hidden="true">▾</span>
        </Button>
        {day !== null && (
          <Button
            slot={null}
            className="recheck-button"
            aria-label={say('work.recheck.clear')}
            onPress={() => settle(null)}
          >
            <span aria-hidden="true">×</span>
          </Button>
        )}
      </Group>
      <Popover className="popover" placement="top end">
        <Dialog className="popover-dialog" aria-label={say('work.recheck.month')}>
          <Calendar className="calendar" aria-label={say('work.recheck.month')}>
            <header className="calendar-head">
              <Button slot="previous" className="quiet" aria-label={say('work.recheck.before')}>
                <span aria-hidden="true">‹</span>
              </Button>
              <CalendarHeading className="calendar-month" />
              <Button slot="next" className="quiet" aria-label={say('work.recheck.after')}>
                <span aria-hidden="true">›</span>
              </Button>
            </header>
            <CalendarGrid>{(date) => <CalendarCell date={date} className="calendar-day" />}</CalendarGrid>
          </Calendar>
        </Dialog>
      </Popover>
    </DatePicker>
  );
});
