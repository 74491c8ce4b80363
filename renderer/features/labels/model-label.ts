import type { Label } from '#classifier/core/axis.ts';
import type { ScoresView } from '#contract/views.ts';

/** The label that scores say, each axis from one half on; null where the model knows too little of the headline. */
export function modelLabel({ sensational, implausible, insufficient }: ScoresView): Label | null {
  if (insufficient) return null;
  return { sensational: sensational >= 0.5, implausible: implausible >= 0.5 };
}
