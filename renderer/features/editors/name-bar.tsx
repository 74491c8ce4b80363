import type { ReactElement } from 'react';
import { useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { NameForm } from './name-form.tsx';

/** At the first start asks whose name labels carry; labelling goes on meanwhile, signed by the desk. */
export function NameBar(): ReactElement | null {
  const { say } = useSay();
  const editors = useDeskState((state) => state.editors);
  if (editors === null || editors.annotator !== null) return null;
  return (
    <section className="name-bar" aria-label={say('editor.ask')}>
      <p>
        <strong>{say('editor.ask')}</strong> {say('editor.ask.why')}
      </p>
      <NameForm editors={editors} />
    </section>
  );
}
