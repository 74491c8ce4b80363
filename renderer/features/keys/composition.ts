/** Tells whether an input method composes, also while the key that ended it is still on its way. */
export interface Composition {
  isUnderWay(): boolean;
  stop(): void;
}

/**
 * Follows the compositions of a page. `compositionend` may come before the press of the key that ended it, which then
 * says of itself that it composes nothing; so a composition lasts until that press has been handed out.
 */
export function followComposition(page: EventTarget): Composition {
  let isUnderWay = false;
  let ending: ReturnType<typeof setTimeout> | undefined;
  const onStart = () => {
    clearTimeout(ending);
    isUnderWay = true;
  };
  const onEnd = () => {
    clearTimeout(ending);
    ending = setTimeout(() => {
      isUnderWay = false;
    }, 0);
  };
  page.addEventListener('compositionstart', onStart, { capture: true });
  page.addEventListener('compositionend', onEnd, { capture: true });
  return {
    isUnderWay: () => isUnderWay,
    stop() {
      clearTimeout(ending);
      page.removeEventListener('compositionstart', onStart, { capture: true });
      page.removeEventListener('compositionend', onEnd, { capture: true });
    },
  };
}
