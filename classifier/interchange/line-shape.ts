import { isTooLong } from './headline-limit.ts';
import { type NumberStyle, readNumber } from './line-number.ts';

/** What one line of a list file looks like on its own. `text` is what remains without marker and outer white space. */
export type LineShape =
  | { readonly kind: 'blank' | 'symbols' | 'too-long' }
  | { readonly kind: 'bullet'; readonly text: string }
  | { readonly kind: 'heading' | 'plain' | 'prose'; readonly text: string }
  | {
      readonly kind: 'numbered';
      readonly text: string;
      readonly whole: string;
      readonly style: NumberStyle;
      readonly value: number;
      readonly certain: boolean;
    };

/** Signs that need white space behind them, because headlines begin with them too: -5℃, *ST, ★独家. */
const SPACED = /^[-*+–—−－○□◦☐☑✓✔✗★☆※→➤>»]\s+/u;
const TIGHT = /^[•·●▪▫■◆◇►▶‣⁃∙・‧]\s*/u;
const SECOND = /^[-*+–—•·●▪▫■◆◇►▶‣⁃∙・‧○◦]\s+/u;
const TICK_BOX = /^\[[ xX]\]\s+/u;

/** Wider than this in half-width cells (a Chinese character is two) a line without marker is a paragraph. */
const PROSE_CELLS = 200;
/** A full stop with more text behind it, save a closing quote or bracket. */
const SECOND_SENTENCE = /。[”’」』）)】》]*\s*[^\s。”’」』）)】》]/u;
/** Three English sentences or more. */
const ENGLISH_SENTENCES = /[a-z]\. [A-Z].*[a-z]\. [A-Z]/;

/** Tells the shape of one line; headings are those of Markdown and lines that end in a colon. */
export function shapeOf(line: string): LineShape {
  const whole = line.trim();
  if (whole === '') return { kind: 'blank' };
  if (!/[\p{L}\p{N}\p{Emoji_Presentation}]/u.test(whole)) return { kind: 'symbols' };
  const bullet = withoutBullet(whole);
  const text = bullet ?? whole;
  if (isTooLong(text)) return { kind: 'too-long' };
  if (/[:：]$/u.test(text) || /^#{1,6}\s/.test(whole)) return { kind: 'heading', text };
  if (bullet !== null) return { kind: 'bullet', text };
  const number = readNumber(whole);
  if (number !== null && number.text !== '') {
    return isProse(number.text) ? { kind: 'prose', text: whole } : { kind: 'numbered', whole, ...number };
  }
  return { kind: isProse(whole) ? 'prose' : 'plain', text: whole };
}

/** The text behind `- `, `• `, `- • `, `* [ ] ` and the like; null where there is no bullet. */
function withoutBullet(whole: string): string | null {
  const marker = SPACED.exec(whole) ?? TIGHT.exec(whole);
  if (marker === null) return null;
  return whole.slice(marker[0].length).replace(SECOND, '').replace(TICK_BOX, '').trim();
}

/** A paragraph of an article: wider than any headline, or more than one sentence. */
function isProse(text: string): boolean {
  return SECOND_SENTENCE.test(text) || ENGLISH_SENTENCES.test(text) || isWide(text);
}

/** Wider than {@link PROSE_CELLS}; a short text is not looked at. */
function isWide(text: string): boolean {
  if (2 * text.length <= PROSE_CELLS) return false;
  let cells = 0;
  for (const char of text) cells += char >= '\u1100' ? 2 : 1;
  return cells > PROSE_CELLS;
}
