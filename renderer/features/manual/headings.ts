/** A section of the manual. */
export interface Heading {
  readonly id: string;
  readonly text: string;
}

/** The sections of a Markdown text: its headings of the second level, outside of listings. */
export function headingsOf(markdown: string): readonly Heading[] {
  const outside = markdown.split(/^```.*$/m).filter((_, at) => at % 2 === 0);
  return outside.flatMap((part) =>
    [...part.matchAll(/^## (.+)$/gm)].map(([, text = '']) => ({ id: idOf(text), text: text.trim() })),
  );
}

/** The id of a section's element. */
export function idOf(heading: string): string {
  return `manual-${heading.trim().toLowerCase().replaceAll(/\s+/g, '-')}`;
}
