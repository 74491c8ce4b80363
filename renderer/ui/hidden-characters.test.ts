import { describe, expect, it } from 'vitest';
import { splitHidden } from './hidden-characters.ts';

const codes = (text: string) => splitHidden(text).flatMap((piece) => piece.code ?? []);

describe('splitHidden', () => {
  it('leaves an ordinary headline whole', () => {
    expect(splitHidden('荣县“陶吧”…DNA 99.99%')).toEqual([
      { text: '荣县“陶吧”…DNA 99.99%', start: 0, code: null },
    ]);
    expect(splitHidden('')).toEqual([]);
  });

  it('names direction marks, zero-width characters, controls and tags', () => {
    expect(codes('恐\u202e龙\u200b宠\ufeff物\u2066\u0007\u{e0041}')).toEqual([
      'U+202E',
      'U+200B',
      'U+FEFF',
      'U+2066',
      'U+0007',
      'U+E0041',
    ]);
  });

  it('keeps joined emoji together and names a stray joiner', () => {
    expect(codes('👨‍👩‍👧❤️‍🔥')).toEqual([]);
    expect(codes('恐\u200d龙')).toEqual(['U+200D']);
  });

  it('names halves of characters, and no whole ones', () => {
    expect(codes('恐\ud800龙\udbff')).toEqual(['U+D800', 'U+DBFF']);
    expect(codes('𠮷🦖')).toEqual([]);
  });

  it('gives every piece its place, and loses nothing', () => {
    const text = 'a\u200bb\u202e';
    const pieces = splitHidden(text, 10);
    expect(pieces.map((piece) => piece.start)).toEqual([10, 11, 12, 13]);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
  });
});
