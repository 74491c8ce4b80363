import { type ReactElement, useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { AgreementCard } from './agreement-card.tsx';
import { Contested } from './contested.tsx';
import { afterForgetting } from './editor-actions.ts';
import { EditorsCard } from './editors-card.tsx';
import { Ruled } from './ruled.tsx';
import { ShareCard } from './share-card.tsx';
import { useAgreement } from './use-agreement.ts';

/** Several editors: where they differ, what was ruled, and how far they agree. */
export function EditorsPage(): ReactElement {
  const { say } = useSay();
  const desk = useDesk();
  const [agreement, setAgreement] = useAgreement();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="model" aria-busy={agreement === null}>
      <Tabs className="model-tabs">
        <header className="model-head">
          <h1 ref={heading} tabIndex={-1}>
            {say('editors.title')}
          </h1>
          <TabList aria-label={say('editors.title')} className="tabs">
            <Tab id="differ" className="tab">
              {say('editors.tab.differ')}
            </Tab>
            <Tab id="agree" className="tab">
              {say('editors.tab.agree')}
            </Tab>
          </TabList>
        </header>
        <TabPanel id="differ" className="model-page">
          {agreement !== null && (
            <>
              <Contested agreement={agreement} onRuled={setAgreement} />
              <Ruled ruled={agreement.ruled} onUndone={setAgreement} />
            </>
          )}
        </TabPanel>
        <TabPanel id="agree" className="model-page">
          {agreement !== null && (
            <div className="cards">
              <AgreementCard pairs={agreement.pairs} />
              <ShareCard waiting={agreement.waiting} />
              <EditorsCard editors={agreement.editors} onForgotten={() => void afterForgetting(desk)} />
            </div>
          )}
        </TabPanel>
      </Tabs>
    </main>
  );
}
