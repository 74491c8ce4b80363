import { createContext, useContext } from 'react';
import type { Speech } from './speech.ts';

export type { Speech } from './speech.ts';

export const SpeechContext = createContext<Speech | null>(null);

/** The strings of this window. */
export function useSay(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('There are no strings around this component.');
  return speech;
}
