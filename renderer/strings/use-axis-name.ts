import type { Axis } from '#classifier/core/axis.ts';
import { useSay } from './use-say.ts';

/** The name of an axis as it stands inside a sentence. */
export function useAxisName(axis: Axis): string {
  const { say, language } = useSay();
  return say(`axis.${axis}`).toLocaleLowerCase(language);
}
