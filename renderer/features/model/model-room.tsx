import { type ReactElement, useEffect, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import type { Axis } from '#classifier/core/axis.ts';
import { useSay } from '../../strings/use-say.ts';
import { QualityPage } from './quality-page.tsx';
import { useVersions } from './use-versions.ts';
import { VersionsPage } from './versions-page.tsx';
import { WordsPage } from './words-page.tsx';
import { WorkloadPage } from './workload-page.tsx';

const PAGES = ['quality', 'workload', 'words', 'versions'] as const;

/** The room where one sees what the model has learned, and tunes it. */
export function ModelRoom(): ReactElement {
  const { say } = useSay();
  const [axis, setAxis] = useState<Axis>('sensational');
  const versions = useVersions();
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
            {PAGES.map((page) => (
              <Tab key={page} id={page} className="tab">
                {say(`model.tab.${page}`)}
              </Tab>
            ))}
          </TabList>
        </header>
        <TabPanel id="quality" className="model-page">
          <QualityPage axis={axis} onAxis={setAxis} />
        </TabPanel>
        <TabPanel id="workload" className="model-page">
          <WorkloadPage versions={versions} />
        </TabPanel>
        <TabPanel id="words" className="model-page">
          <WordsPage axis={axis} onAxis={setAxis} />
        </TabPanel>
        <TabPanel id="versions" className="model-page">
          <VersionsPage versions={versions} />
        </TabPanel>
      </Tabs>
    </main>
  );
}
