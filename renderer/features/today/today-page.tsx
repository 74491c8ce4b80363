import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useSay } from '../../strings/use-say.ts';
import { dayAt } from './day.ts';
import { Decisions } from './decisions.tsx';
import { useToday } from './use-today.ts';
import { WorkedList } from './worked-list.tsx';

/** What was decided today, or on another day, and what is to be seen to. */
export function TodayPage(): ReactElement {
  const { say } = useSay();
  const [shift, setShift] = useState(0);
  const day = dayAt(new Date(), shift);
  const [today, refresh] = useToday(day);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="model today" aria-busy={today === null}>
      <header className="model-head today-head">
        <h1 ref={heading} tabIndex={-1}>
          {shift === 0 ? say('today.title') : say('today.title.day', { day: day.day })}
        </h1>
        <span className="today-days">
          <Button className="plain-button" onPress={() => setShift(shift - 1)}>
            {say('today.before')}
          </Button>
          {shift < 0 && (
            <>
              <Button className="plain-button" onPress={() => setShift(shift + 1)}>
                {say('today.after')}
              </Button>
              <Button className="plain-button" onPress={() => setShift(0)}>
                {say('today.back')}
              </Button>
            </>
          )}
        </span>
      </header>
      {today !== null && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and may hold nothing else that takes the focus.
        <section className="model-page today-page" aria-label={say('today.decisions')} tabIndex={0}>
          <Decisions decisions={today.decisions} onUndone={refresh} />
          <div className="today-side">
            <WorkedList title={say('today.due')} empty={say('today.due.empty')} headlines={today.due} />
            <WorkedList title={say('today.mine')} empty={say('today.mine.empty')} headlines={today.mine} />
          </div>
        </section>
      )}
    </main>
  );
}
