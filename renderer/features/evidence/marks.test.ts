import { describe, expect, it } from 'vitest';
import type { EvidenceDetail, EvidenceView } from '#contract/views.ts';
import { headlineView } from '../../testing/headline-view.ts';
import { markHeadline, segment } from './marks.ts';

const word = (text: string, start: number, logOdds: number): EvidenceView => ({
  kind: 'word',
  word: text,
  spans: [{ start, end: start + text.length }],
  logOdds,
  strongest: null,
});

/** What function words weigh as one; nothing can be marked for it. */
const LITTLE: EvidenceView = { kind: 'word', word: '的 了', spans: [], logOdds: 1, strongest: null };

describe('segment', () => {
  it('cuts where marks overlap, and keeps the text', () => {
    const segments = segment('提取DNA定制恐龙宠物', [
      { axis: 'implausible', kind: 'rule', span: { start: 2, end: 9 } },
      { axis: 'sensational', kind: 'word', span: { start: 7, end: 11 } },
    ]);
    expect(
      segments.map(({ text, marks }) => [text, marks.map((mark) => `${mark.axis} ${mark.kind}`)]),
    ).toEqual([
      ['提取', []],
      ['DNA定制', ['implausible rule']],
      ['恐龙', ['implausible rule', 'sensational word']],
      ['宠物', ['sensational word']],
    ]);
  });

  it('survives spans beyond the text and an empty text', () => {
    const mark = { axis: 'sensational', kind: 'word' } as const;
    expect(segment('短', [{ ...mark, span: { start: -3, end: 9 } }]).map(({ text }) => text)).toEqual(['短']);
    expect(segment('', [])).toEqual([]);
  });
});

describe('markHeadline', () => {
  it('marks only what speaks for an axis, and no trifles', () => {
    const text = '惊现恐龙宠物的养殖';
    const none = { probability: 0.5, logOdds: 0, parts: [] };
    const detail: EvidenceDetail = {
      headline: headlineView({ text }),
      axes: {
        sensational: {
          ...none,
          parts: [
            word('惊现', 0, 1.5),
            LITTLE,
            LITTLE,
            LITTLE,
            word('恐龙', 2, 0.4),
            word('的', 6, 0.05),
            word('养殖', 7, -1),
          ],
        },
        implausible: none,
      },
      known: 1,
      learned: 84,
      cluster: null,
    };
    const marked = markHeadline(detail).filter(({ marks }) => marks.length > 0);
    expect(marked.map((part) => part.text)).toEqual(['惊现', '恐龙']);
  });
});
