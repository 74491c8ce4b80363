import { describe, expect, it } from 'vitest';
import { spansOfCut } from '#classifier/core/word-cut.ts';
import { lazyCutter } from './lazy-cutter.ts';
import { createLexicon } from './lexicon.ts';
import { packLexicon, unpackLexicon } from './packed-lexicon.ts';

const lexicon = createLexicon(
  [
    ['恐龙', -5],
    ['恐', -7],
    ['恐龙蛋', -20],
  ],
  -9,
);

describe('packLexicon', () => {
  it('gives back the lexicon, which cuts as before', () => {
    const unpacked = unpackLexicon(packLexicon(lexicon));
    if (unpacked === null) throw new Error('not unpacked');
    const words = (text: string) =>
      spansOfCut(lazyCutter(() => unpacked)(text)).map(({ start, end }) => text.slice(start, end));
    expect(words('恐龙蛋恐怖')).toEqual(['恐龙', '蛋', '恐', '怖']);
  });

  it('gives nothing for damaged bytes', () => {
    expect(unpackLexicon(packLexicon(lexicon).with(100, 1))).toBeNull();
    expect(unpackLexicon(new Uint8Array())).toBeNull();
  });
});

describe('lazyCutter', () => {
  it('asks for the lexicon once, when the first text is cut', () => {
    let asked = 0;
    const cut = lazyCutter(() => {
      asked += 1;
      return lexicon;
    });
    expect(asked).toBe(0);
    cut('恐龙');
    cut('恐龙');
    expect(asked).toBe(1);
  });
});
