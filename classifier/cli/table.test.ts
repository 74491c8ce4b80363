import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { expect, it } from 'vitest';
import type { Band } from '#classifier/core/bands.ts';
import type { Judged } from '#classifier/desk/judged.ts';
import { stringsOf } from './strings/index.ts';
import { tableOf } from './table.ts';
import type { Terminal } from './terminal.ts';

const RULE = {
  id: 'deeds-trifle-cures',
  pack: 'impossible-deeds',
  version: 1,
  axis: 'implausible',
  points: 2,
  description: { zh: '喝一碗就治好大病'.repeat(4), en: 'a sip cures' },
} as const;
const SUPPORT = { yes: 1, no: 0 };

function judged(text: string): Judged {
  return {
    headline: { text },
    score: {
      axes: {
        sensational: { logOdds: -1, probability: 0.3 },
        implausible: { logOdds: 1, probability: 0.7 },
      },
      score: 0.8,
      band: 'flag',
      known: 1,
      insufficient: false,
    },
    evidence: {
      sensational: [
        { kind: 'base', logOdds: -4 },
        { kind: 'word', word: '重磅', spans: [], logOdds: 3, strongest: null },
      ],
      implausible: [
        { kind: 'base', logOdds: -1 },
        { kind: 'rule', rule: RULE, spans: [], logOdds: 2, support: SUPPORT },
      ],
    },
  };
}

function terminalOf(columns: number | null): Terminal {
  const data = Object.assign(new PassThrough(), columns === null ? {} : { isTTY: true, columns });
  const strings = stringsOf('zh');
  return {
    data,
    strings,
    language: 'zh',
    notes: new PassThrough(),
    input: new PassThrough(),
    environment: {},
    log: 'text',
  };
}

it('says each reason in words with its axis, those of the axis that decides first', () => {
  const table = tableOf([judged('喝井水返老还童')], terminalOf(null), true);
  expect(table).toContain(`喝井水返老还童  离奇：${RULE.description.zh}；耸动：“重磅”\n`);
  expect(table).toContain(`${RULE.description.zh} [deeds-trifle-cures] +2.00`);
});

it('says that too little is known in place of a pass, and beside any other band', () => {
  const { score, ...row } = judged('zzqx qqzv');
  const unknown = (band: Band): Judged => ({ ...row, score: { ...score, band, insufficient: true } });
  const table = tableOf([unknown('pass'), unknown('check'), unknown('flag')], terminalOf(null), false);
  const bands = table.split('\n').map((line) => line.split(' ')[0]);
  expect(bands).toEqual(['档', '证据不足', '待核（证据不足）', '存疑（证据不足）', '']);
});

it.each([60, 80, 132])('fits headlines and reasons into a terminal of %d columns', (columns) => {
  const lines = stripVTControlCharacters(
    tableOf([judged('喝井水返老还童'.repeat(9))], terminalOf(columns), false),
  ).split('\n');
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
  expect(lines[1]).toMatch(/喝井水返老还童.*… +离奇.*…$/);
});
