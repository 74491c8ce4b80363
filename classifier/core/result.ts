import type { Trouble } from './trouble.ts';

/** What crosses a border: a value, or the trouble that stood in its way. Borders never throw for bad input. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly trouble: Trouble };

/** A result that holds a value. */
export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** A result that holds the trouble met. */
export function failed<T>(trouble: Trouble): Result<T> {
  return { ok: false, trouble };
}
