import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useSay } from '../../strings/use-say.ts';
import { focusList, searchId } from './search-field.ts';

/** Milliseconds without a key after which the list is searched. */
const PAUSE = 120;

/** Searches while one types, and follows where the list is searched otherwise; but not while an input method still composes. Enter and Escape lead back to the list. */
export function SearchBox(): ReactElement {
  const desk = useDesk();
  const { say } = useSay();
  const [text, setText] = useState('');
  const timer = useRef<number>(undefined);
  const asked = useRef('');
  const present = useDeskState((state) => state.queue.choice.search);

  useEffect(() => {
    if (present === asked.current) return;
    window.clearTimeout(timer.current);
    asked.current = present;
    setText(present);
  }, [present]);

  const searchFor = (wanted: string, pause: number) => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      if (wanted === asked.current) return;
      asked.current = wanted;
      desk.search(wanted);
    }, pause);
  };
  const change = (wanted: string, isComposing: boolean) => {
    setText(wanted);
    if (!isComposing) searchFor(wanted.trim(), PAUSE);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Escape') setText('');
    searchFor(event.key === 'Escape' ? '' : text.trim(), 0);
    focusList();
  };

  return (
    <input
      id={searchId}
      className="search"
      type="search"
      aria-label={say('search.label')}
      placeholder={say('search.placeholder')}
      aria-keyshortcuts="/"
      maxLength={200}
      value={text}
      onChange={(event) => change(event.target.value, (event.nativeEvent as InputEvent).isComposing)}
      onCompositionEnd={(event) => searchFor(event.currentTarget.value.trim(), PAUSE)}
      onKeyDown={onKeyDown}
    />
  );
}
