import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { Axis } from '#classifier/core/axis.ts';
import { useSay } from '../../strings/use-say.ts';
import { QualityPage } from './quality-page.tsx';

/** The room where one sees what the model has learned, and tunes it. */
export function ModelRoom(): ReactElement {
  const { say } = useSay();
  const [axis, setAxis] = useState<Axis>('sensational');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="model">
      <Tabs className="model-tabs">
        <header className="model-head">
          <h1 ref={heading} tabIndex={-1}>
            {say('model.title')}
          </h1>
          <TabList aria-label={say('model.tabs')} className="tabs">
            <Tab id="quality" className="tab">
              {say('model.tab.quality')}
            </Tab>
          </TabList>
        </header>
        <TabPanel id="quality" className="model-page">
          <QualityPage axis={axis} onAxis={setAxis} />
        </TabPanel>
      </Tabs>
    </main>
  );
}
