import { joinLines } from './join-lines.ts';

const FOLDER = '../../../docs/manual/';
const TEXTS = import.meta.glob<string>('../../../docs/manual/*.md', {
  eager: true,
  query: '?raw',
  import: 'default',
});
const PICTURES = import.meta.glob<string>('../../../docs/manual/images/*.png', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** The manual in a language of the window, as Markdown. */
export function manualIn(language: string): string {
  return joinLines(TEXTS[`${FOLDER}${language === 'en' ? 'en' : 'zh'}.md`] ?? '');
}

/** The address within the program of a picture that the manual names; undefined where there is none. */
export function pictureOf(name: string): string | undefined {
  return PICTURES[`${FOLDER}${name}`];
}
