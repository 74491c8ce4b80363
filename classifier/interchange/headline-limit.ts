/** Longest headline, in characters (code points). A long post fits; a whole article on one line does not. */
export const HEADLINE_LIMIT = 5000;

/** True when the text has more than HEADLINE_LIMIT characters. Looks at no more of it than that takes. */
export function isTooLong(text: string): boolean {
  if (text.length <= HEADLINE_LIMIT) return false;
  if (text.length > HEADLINE_LIMIT * 2) return true;
  return Array.from(text).length > HEADLINE_LIMIT;
}
