import { type FormEvent, type ReactElement, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';
import type { EditorsView } from '#contract/desk-views.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { chooseEditor } from './editor-actions.ts';

const MOST_IN_NAME = 60;

interface NameFormProps {
  readonly editors: EditorsView;
  readonly onDone?: () => void;
}

/** Asks for the name that labels carry: a new one, one that was used before, or none. */
export function NameForm({ editors, onDone }: NameFormProps): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const [draft, setDraft] = useState('');
  const others = editors.names.filter((name) => name !== editors.annotator);

  async function choose(name: string): Promise<void> {
    if (await chooseEditor(desk, name)) onDone?.();
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    if (draft.trim() !== '') void choose(draft);
  }

  return (
    <form className="name-form" onSubmit={onSubmit}>
      <TextField className="draft-field" value={draft} onChange={setDraft}>
        <Label className="field-label">{say('editor.name')}</Label>
        <Input className="field-input name-input" maxLength={MOST_IN_NAME} />
      </TextField>
      <Button type="submit" className="main-button" isDisabled={draft.trim() === ''}>
        {say('editor.save')}
      </Button>
      {editors.annotator !== '' && (
        <Button className="plain-button" onPress={() => void choose('')}>
          {say('editor.unsigned')}
        </Button>
      )}
      {others.length > 0 && (
        <fieldset className="names-before">
          <legend className="field-label">{say('editor.before')}</legend>
          {others.map((name) => (
            <Button key={name} className="plain-button" onPress={() => void choose(name)}>
              {name}
            </Button>
          ))}
        </fieldset>
      )}
    </form>
  );
}
