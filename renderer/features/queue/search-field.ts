const SEARCH_ID = 'search';

/** Id of the one search field. */
export const searchId = SEARCH_ID;

/** Puts the cursor into the search field, its text selected. */
export function focusSearch(): void {
  const field = document.getElementById(SEARCH_ID);
  if (field instanceof HTMLInputElement) field.select();
}

/** Puts the focus on the list. */
export function focusList(): void {
  document.getElementById('headlines')?.focus();
}
