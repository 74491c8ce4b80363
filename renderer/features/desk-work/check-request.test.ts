import { describe, expect, it } from 'vitest';
import type { EvidenceDetail } from '#contract/views.ts';
import { en } from '../../strings/en.ts';
import type { Say } from '../../strings/index.ts';
import type { Speech } from '../../strings/use-say.ts';
import { zh } from '../../strings/zh.ts';
import { headlineView } from '../../testing/headline-view.ts';
import { checkRequest } from './check-request.ts';
import { NO_WORK } from './no-work.ts';

const say =
  (words: Readonly<Record<keyof typeof zh, string>>): Say =>
  (key, gaps = {}) =>
    words[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(gaps[name]));
const CHINESE: Speech = { say: say(zh), tell: (sentence) => sentence.zh, language: 'zh' };
const ENGLISH: Speech = { say: say(en), tell: (sentence) => sentence.en, language: 'en' };

const support = { yes: 4, no: 0 };
const word = (name: string, logOdds: number) =>
  ({ kind: 'word', word: name, spans: [{ start: 0, end: 2 }], logOdds, strongest: null }) as const;

const detail: EvidenceDetail = {
  headline: headlineView({ model: 'workspace@12.3' }),
  axes: {
    sensational: {
      probability: 0.81,
      logOdds: 1.4,
      parts: [
        { kind: 'base', logOdds: -2 },
        {
          kind: 'rule',
          id: 'shock',
          description: { zh: '用震惊一类的词', en: 'Words of shock' },
          detail: { zh: '超过纪录', en: 'beyond the record' },
          spans: [],
          logOdds: 2.5,
          support,
        },
        { ...word('的 了', 1.2), spans: [] },
        word('受伤', 1.1),
        word('县里', -0.9),
      ],
    },
    implausible: { probability: 0.005, logOdds: -5, parts: [{ kind: 'base', logOdds: -5 }] },
  },
  known: 1,
  learned: 84,
  cluster: {
    size: 2,
    others: [
      {
        id: 2,
        text: '县里 5 人受伤',
        contradictions: [{ kind: 'number', here: { start: 3, end: 4 }, there: { start: 3, end: 4 } }],
      },
      {
        id: 3,
        text: '县里有人受伤',
        contradictions: [{ kind: 'number', here: { start: 3, end: 4 }, there: { start: 0, end: 0 } }],
      },
    ],
  },
};

const by = { who: '王', time: '2026-03-05 09:05' };

describe('checkRequest', () => {
  it('says headline, verdict, what speaks against it, contradictions and what is noted', () => {
    const work = { ...NO_WORK, assignee: '李', note: '问县医院', recheck: '2026-03-06' };
    expect(checkRequest(detail, work, by, CHINESE).split('\n')).toEqual([
      '核查请求',
      '请 李 核查',
      '标题：县里 3 人受伤',
      '初筛：存疑（耸动 81%，离奇 <1%；workspace@12.3）',
      '依据：',
      '- 耸动：规则 用震惊一类的词 (超过纪录) +2.50',
      '- 耸动：用词 “受伤” +1.10',
      '矛盾：',
      '- 数字不一致：“3” ↔ “5”，另一条：县里 5 人受伤',
      '- 数字不一致：“3” ↔ “未提”，另一条：县里有人受伤',
      '备注：问县医院',
      '复查日期：2026-03-06',
      '登记：王，2026-03-05 09:05',
    ]);
  });

  it('leaves out what is not there, in the language of the window', () => {
    const text = checkRequest({ ...detail, cluster: null }, NO_WORK, by, ENGLISH);
    expect(text).toMatch(/^Check request\nHeadline: 县里 3 人受伤\nTriage: Doubtful \(sensational 81%/);
    expect(text).not.toMatch(/Note:|Contradictions|Check again|assigned/);
  });
});
