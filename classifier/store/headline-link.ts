const LINK = /https?:\/\/[^\s"'<>“”‘’（），。；、]+/i;

/** The first web address in a headline's text; null where there is none. */
export function linkIn(text: string): string | null {
  return LINK.exec(text)?.[0] ?? null;
}
