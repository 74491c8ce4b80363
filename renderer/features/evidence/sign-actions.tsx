import { type ReactElement, useState } from 'react';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { EVERYTHING } from '../queue/list-choice.ts';
import { focusList } from '../queue/search-field.ts';
import { RuleDialog } from '../rules/rule-dialog.tsx';
import type { SignView } from './is-sign.ts';

/** What can be done from a word or rule of the table: see all headlines that have it, change the rule. */
export function SignActions({ part }: { readonly part: SignView }): ReactElement {
  const desk = useDesk();
  const { say, tell } = useSay();
  const [isOpen, setIsOpen] = useState(false);
  const name = part.kind === 'rule' ? tell(part.description) : part.word;
  const showAll = () => {
    const { sort, fold } = desk.store.get().queue.choice;
    const filter = part.kind === 'rule' ? { rule: part.id } : { word: part.word };
    desk.choose({ ...EVERYTHING, sort, fold, ...filter });
    focusList();
  };
  return (
    <span className="sign-actions">
      <button type="button" className="link" aria-label={say('sign.all', { name })} onClick={showAll}>
        {say('sign.all.short')}
      </button>
      {part.kind === 'rule' && (
        <>
          <button
            type="button"
            className="link"
            aria-label={say('rule.change', { name })}
            aria-haspopup="dialog"
            onClick={() => setIsOpen(true)}
          >
            {say('rule.change.short')}
          </button>
          {isOpen && <RuleDialog id={part.id} name={name} onClose={() => setIsOpen(false)} />}
        </>
      )}
    </span>
  );
}
