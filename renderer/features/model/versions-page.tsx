import { type ReactElement, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { VersionsView, VersionView } from '#contract/model-views.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { share } from '../../ui/figures.ts';
import { dayAndTime } from '../../ui/numbers.ts';
import { restore } from './model-actions.ts';
import { ModelFilesCard } from './model-files-card.tsx';
import { UndoChange } from './undo-change.tsx';
import { VersionChanges } from './version-changes.tsx';
import { versionText } from './version-text.ts';

/** All versions of the model: what made each, what it changed, and the way back to it. */
export function VersionsPage({ versions }: { readonly versions: VersionsView | null }): ReactElement | null {
  const { say } = useSay();
  if (versions === null) return null;
  return (
    <>
      <div className="model-bar">
        <p className="bar-lead">{say('versions.lead')}</p>
        <UndoChange versions={versions} />
      </div>
      <ol className="versions" aria-label={say('versions.title')}>
        {versions.versions.map((version, at) => (
          <VersionRow key={version.id} version={version} isFirst={at === versions.versions.length - 1} />
        ))}
      </ol>
      <ModelFilesCard />
    </>
  );
}

interface VersionRowProps {
  readonly version: VersionView;
  readonly isFirst: boolean;
}

function VersionRow({ version, isFirst }: VersionRowProps): ReactElement {
  const desk = useDesk();
  const speech = useSay();
  const { say } = speech;
  const [isOpen, setIsOpen] = useState(false);
  const { id, accuracy, isPresent } = version;
  const number = say('versions.number', { id });
  return (
    <li className="card version" aria-label={number}>
      <div className="version-head">
        <h2>
          {number}
          {isPresent && <span className="tag version-present">{say('versions.present')}</span>}
        </h2>
        <time dateTime={version.createdAt}>{dayAndTime(version.createdAt)}</time>
        <p className="version-what">{versionText(version, isFirst, speech)}</p>
        <p className="version-quality">
          {say('versions.accuracy', {
            sensational: share(accuracy.sensational),
            implausible: share(accuracy.implausible),
          })}
        </p>
        <span className="version-actions">
          {!isFirst && (
            <Button
              className="plain-button"
              aria-expanded={isOpen}
              aria-label={`${say('versions.changes')}, ${number}`}
              onPress={() => setIsOpen(!isOpen)}
            >
              {say('versions.changes')}
            </Button>
          )}
          {!isPresent && (
            <Button
              className="plain-button"
              aria-label={`${say('versions.restore')}, ${number}`}
              onPress={() => void restore(desk, id)}
            >
              {say('versions.restore')}
            </Button>
          )}
        </span>
      </div>
      {isOpen && <VersionChanges versionId={id} />}
    </li>
  );
}
