import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BANDS } from '#classifier/core/bands.ts';
import { normalise, normalisedText } from '#classifier/core/normalise.ts';
import { read } from '#classifier/core/reading.ts';
import { score } from '#classifier/core/score.ts';
import { WHOLE_LIST } from '#contract/whole-list.ts';
import { anyHeadline, testReader } from '../../tests/helpers/headlines.ts';
import { testWorkspace } from '../../tests/helpers/workspace.ts';
import { importFeedText } from './feed-import.ts';
import { noteLabel } from './list/desk-columns.ts';
import { type ListColumns, loadColumns } from './list/list-columns.ts';
import { type ListQuery, placesOf } from './list/list-query.ts';
import { packTexts, readableAt, textAt, unpackTexts } from './list/packed-texts.ts';
import { findTexts } from './list/search-texts.ts';
import { placesByKey } from './list/sort-keys.ts';
import { SORT_KEYS } from './list/sorting.ts';
import { rankBlocks } from './list/text-ranks.ts';

const noStems = () => [];
const pack = (raws: readonly string[]) =>
  unpackTexts(
    packTexts(
      raws.map((raw) => {
        const { text, hidden } = normalise(raw);
        return { text, hidden: hidden.length > 0 };
      }),
    ),
  );
const anyRaw = fc.oneof(
  anyHeadline,
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constant('恐\u200b龙\u202e'),
);

describe('packed texts', () => {
  it('come out as they went in, and are read like the headlines as printed', () => {
    const { model } = testWorkspace();
    const reader = testReader();
    fc.assert(
      fc.property(fc.array(anyRaw, { maxLength: 9 }), (raws) => {
        const packed = pack(raws);
        expect(raws.map((_, at) => textAt(packed, at))).toEqual(raws.map(normalisedText));
        const scored = (text: string) => score(model, read(reader, text));
        expect(raws.map((_, at) => scored(readableAt(packed, at)))).toEqual(raws.map(scored));
      }),
    );
  });
});

describe('findTexts', () => {
  it('finds what a plain search of each headline finds, for words of any length', () => {
    const word = fc.oneof(
      fc.constantFrom('恐', '龙', '龙宠', '恐龙', '布新', '5', '\n', '恐 桥'),
      anyHeadline,
    );
    fc.assert(
      fc.property(fc.array(anyHeadline, { maxLength: 9 }), word, (raws, query) => {
        const words = normalisedText(query)
          .split(' ')
          .filter((one) => one !== '');
        const expected = raws.map((raw) =>
          words.length > 0 && words.every((one) => normalisedText(raw).includes(one)) ? 1 : 0,
        );
        expect([...findTexts([pack(raws)], query, noStems)]).toEqual(expected);
      }),
    );
  });
});

describe('placesByKey', () => {
  it('is a stable sort of 32-bit keys', () => {
    const key = fc.oneof(fc.nat(3), fc.nat(0xffff), fc.integer({ min: 0, max: 0xffffffff }));
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        const expected = keys
          .map((_, at) => at)
          .sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b);
        expect([...placesByKey(Uint32Array.from(keys))]).toEqual(expected);
      }),
    );
  });
});

describe('rankBlocks', () => {
  it('ranks texts by their units', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anyHeadline, fc.constantFrom('', '恐', '恐龙', '恐龙宠'))), (texts) => {
        const ranks = [...rankBlocks(texts)].flatMap(({ data }) => [...new Uint32Array(data.slice().buffer)]);
        const sorted = texts.map((_, at) => at).sort((a, b) => (ranks[a] as number) - (ranks[b] as number));
        expect(sorted.map((at) => texts[at])).toEqual([...texts].sort());
      }),
    );
  });
});

describe('placesOf', () => {
  const TEXTS = [
    '震惊!村民发现恐龙',
    '市政府发布新规',
    '恐龙宠物',
    '桥',
    '村民发布宠物',
    '震惊桥',
    '市政府恐龙',
  ];

  function columns(): ListColumns {
    const workspace = testWorkspace();
    const imported = importFeedText(workspace, '清单', TEXTS.map((text) => `- ${text}`).join('\n'));
    if (!imported.ok) throw new Error(imported.trouble.code);
    const loaded = loadColumns(workspace.db, imported.value.feed);
    if (loaded === null) throw new Error('no columns');
    const label = { sensational: true, implausible: false };
    noteLabel(loaded.desk, 2, { label, annotator: '王', labelledAt: '2026-01-01T00:00:00Z' });
    return loaded;
  }

  it('sorts by every column, either way, and gives every headline once', () => {
    const loaded = columns();
    const { scores } = loaded;
    const values: Partial<Record<string, (place: number) => number | string>> = {
      score: (place) => scores.score[place] as number,
      sensational: (place) => scores.sensational[place] as number,
      implausible: (place) => scores.implausible[place] as number,
      position: (place) => place,
      text: (place) => TEXTS[place] as string,
      label: (place) => loaded.desk.labels[place] as number,
    };
    for (const by of SORT_KEYS) {
      for (const falling of [false, true]) {
        const places = [...placesOf(loaded, { ...WHOLE_LIST, sort: { by, falling } }, new Map(), noStems)];
        expect([...places].sort()).toEqual(TEXTS.map((_, at) => at));
        const sorted = places.map(values[by] ?? (() => 0));
        const expected = [...sorted].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
        expect(sorted).toEqual(falling ? expected.reverse() : expected);
      }
    }
  });

  it('filters by band, axis and label, and searches what is left', () => {
    const loaded = columns();
    const places = (query: Partial<ListQuery>) =>
      [...placesOf(loaded, { ...WHOLE_LIST, ...query }, new Map(), noStems)].sort();
    expect(places({ labelled: true })).toEqual([2]);
    expect(places({ labelled: false })).toEqual([0, 1, 3, 4, 5, 6]);
    expect(places({ labelled: false, search: '恐龙' })).toEqual([0, 6]);
    const bands = [...BANDS, 'unsure' as const].map((band) => places({ band }));
    expect(bands.flat().sort()).toEqual(TEXTS.map((_, at) => at));
    const implausible = TEXTS.map((_, at) => at).filter(
      (at) => (loaded.scores.implausible[at] as number) >= 0.5,
    );
    expect(places({ axis: 'implausible' })).toEqual(implausible);
    expect(implausible.length).toBeGreaterThan(0);
  });
});
