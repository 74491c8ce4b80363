import { useCallback, useState } from 'react';
import type { Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';

/** Takes the value out of an answer, or tells its trouble and gives null. */
export type Unwrap = <T>(answer: Result<T>) => T | null;

/** The trouble of what was done last in a sheet, told there and not behind it. */
export function useTrouble(): { readonly trouble: Trouble | null; readonly unwrap: Unwrap } {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const unwrap = useCallback(<T>(answer: Result<T>): T | null => {
    setTrouble(answer.ok ? null : answer.trouble);
    return answer.ok ? answer.value : null;
  }, []);
  return { trouble, unwrap };
}
