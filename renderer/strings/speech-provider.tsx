import { type ReactElement, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createSpeech } from './speech.ts';
import { SpeechContext } from './use-say.ts';

/** Gives all components below it the strings of this window. */
export function SpeechProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const { t, i18n } = useTranslation();
  const speech = useMemo(() => createSpeech(t, i18n.language), [t, i18n.language]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}
