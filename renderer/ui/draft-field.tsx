import {
  type KeyboardEvent,
  memo,
  type ReactElement,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { TextField } from 'react-aria-components/TextField';

interface DraftFieldProps {
  /** What the value is of. What was typed about one is never saved as about another. */
  readonly subject: number;
  readonly label: string;
  /** What is saved; empty for nothing. */
  readonly value: string;
  readonly hint: string;
  readonly mostCharacters: number;
  readonly className?: string;
  /** What may be chosen from. */
  readonly names?: readonly string[] | undefined;
  /** Called with the trimmed text when it was changed: at Enter, and when the field is left. */
  readonly onSave: (value: string) => void;
  /** Called after Enter or Escape. */
  readonly onDone: () => void;
}

/** What was typed in the place of a value. */
interface Draft {
  readonly subject: number;
  readonly value: string;
  readonly text: string;
  readonly onSave: (value: string) => void;
}

/**
 * A line of text that is saved at Enter, when it is left, and when another subject takes its place, and brought back by
 * Escape. One field serves all subjects, so that it has the focus still when another is shown.
 */
export const DraftField = memo(function DraftField(props: DraftFieldProps): ReactElement {
  const { subject, label, value, hint, mostCharacters, className = '', names = [], onSave, onDone } = props;
  const [draft, setDraft] = useState<Draft | null>(null);
  const unsaved = useRef<Draft | null>(null);
  const list = useId();
  if (draft !== null && (draft.subject !== subject || draft.value !== value)) setDraft(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject has taken the place of the one before.
  useEffect(() => () => saveDraft(unsaved), [subject]);

  function type(text: string): void {
    unsaved.current = { subject, value, text, onSave };
    setDraft(unsaved.current);
  }

  /** Also what could not be saved before. */
  function saveShown(): void {
    unsaved.current = draft;
    saveDraft(unsaved);
  }

  /** What was typed before the value came that is shown now is not saved. */
  function leave(): void {
    if (draft === null) unsaved.current = null;
    saveDraft(unsaved);
  }

  function bringBack(): void {
    unsaved.current = null;
    setDraft(null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const isComposing = event.nativeEvent.isComposing || event.keyCode === 229;
    if (isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Enter') saveShown();
    else bringBack();
    onDone();
  }

  return (
    <TextField
      className={`draft-field ${className}`}
      value={draft?.text ?? value}
      onChange={type}
      onBlur={leave}
    >
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
});

/** Saves what was typed, once. */
function saveDraft(unsaved: RefObject<Draft | null>): void {
  const draft = unsaved.current;
  unsaved.current = null;
  const text = draft?.text.trim();
  if (text !== undefined && text !== draft?.value) draft?.onSave(text);
}
