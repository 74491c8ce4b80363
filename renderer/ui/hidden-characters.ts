/**
 * Characters that are in a text but not to be seen: controls, zero-width and direction marks, fillers, tags.
 * They can make two headlines look alike, or turn one around, so the window shows them by their code.
 */
const HIDDEN = new RegExp(
  [
    // Half of a character is drawn as nothing, or as a box, by one font or another.
    /\p{Cc}|\p{Cs}|\u034f|\u17b4|\u17b5|[\u180b-\u180f]|[\u00ad\u061c\u115f\u1160]/u,
    /[\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/u,
    // A zero-width joiner is hidden except between two emoji, which it makes one.
    /\u200d(?!\p{Extended_Pictographic})|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/u,
  ]
    .map((pattern) => pattern.source)
    .join('|'),
  'gu',
);

/** A stretch of text, or one hidden character with its code, e.g. `U+202E`. */
export interface Piece {
  readonly text: string;
  /** Place in the whole text, in UTF-16 units. */
  readonly start: number;
  readonly code: string | null;
}

/** Cuts a text at its hidden characters. The pieces' texts joined are the text. */
export function splitHidden(text: string, start = 0): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(HIDDEN)) {
    if (match.index > from)
      pieces.push({ text: text.slice(from, match.index), start: start + from, code: null });
    pieces.push({ text: match[0], start: start + match.index, code: codeOf(match[0]) });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), start: start + from, code: null });
  return pieces;
}

function codeOf(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  return `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
}
