import type { ReactElement } from 'react';
import type { HeadlineView } from '#contract/views.ts';
import { useDesk, useDeskState, useDeskStateSoon } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { PlainText } from '../../ui/plain-text.tsx';
import { labelName } from '../labels/label-names.ts';
import { rowAt } from './queue-state.ts';
import { isTogether } from './story-share.ts';
import { useMembers } from './use-members.ts';

/** What a folded row stands for, and which of it is decided together; null for other rows. */
export function ClusterPanel(): ReactElement | null {
  const row = useDeskStateSoon((state) => rowAt(state.queue, state.queue.selected));
  const isFolded = row?.place.fold?.state === 'folded';
  const members = useMembers(isFolded ? row.headline.id : null);
  if (!isFolded || members === null) return null;
  return <Members head={row.headline} members={members} />;
}

function Members({
  head,
  members,
}: {
  readonly head: HeadlineView;
  readonly members: readonly HeadlineView[];
}): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const exceptions = useDeskState((state) => state.queue.exceptions);
  const together = members.filter((member) => isTogether(head, member, exceptions));
  return (
    <section className="cluster" aria-label={say('fold.panel')}>
      <h3 className="story-head">
        {say('fold.panel')}
        <span className="story-size">
          {say('fold.together', { count: together.length, all: members.length })}
        </span>
      </h3>
      <ul className="cluster-list">
        {members.map((member) => (
          <li key={member.id}>
            <label>
              <input
                type="checkbox"
                checked={isTogether(head, member, exceptions)}
                disabled={member.id === head.id}
                onChange={(event) => desk.exceptFromStory(member.id, event.target.checked)}
              />
              <bdi>
                <PlainText text={member.text} />
              </bdi>
              {member.label !== null && <span className="row-label">{say(labelName(member.label))}</span>}
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}
