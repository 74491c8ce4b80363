import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';

interface DraftFieldProps {
  readonly label: string;
  /** What is saved; empty for nothing. */
  readonly value: string;
  readonly hint: string;
  readonly mostCharacters: number;
  readonly className?: string;
  /** What may be chosen from. */
  readonly names?: readonly string[];
  /** Called with the trimmed text when it was changed: at Enter, and when the field is left. */
  readonly onSave: (value: string) => void;
  /** Called after Enter or Escape. */
  readonly onDone: () => void;
}

/** A line of text that is saved at Enter or when it is left, and brought back by Escape. Give it a key for each value. */
export function DraftField(props: DraftFieldProps): ReactElement {
  const { label, value, hint, mostCharacters, className = '', names = [], onSave, onDone } = props;
  const [draft, setDraft] = useState(value);
  const list = useId();

  function save(): void {
    if (draft.trim() !== value) onSave(draft.trim());
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') save();
    else setDraft(value);
    onDone();
  }

  return (
    <TextField className={`draft-field ${className}`} value={draft} onChange={setDraft} onBlur={save}>
      <Label className="field-label">{label}</Label>
      <Input
        className="field-input"
        placeholder={hint}
        maxLength={mostCharacters}
        onKeyDown={onKeyDown}
        list={names.length > 0 ? list : undefined}
      />
      {names.length > 0 && (
        <datalist id={list}>
          {names.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </TextField>
  );
}
