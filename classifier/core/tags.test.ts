import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisedText } from './normalise.ts';
import { isTagged, mayBeTagged, untagged } from './tags.ts';
import { unitTextOf } from './unit-text.ts';

function between(raw: string): string {
  const text = normalisedText(raw);
  const { start, end } = untagged(text);
  return text.slice(start, end);
}

describe('untagged', () => {
  it.each([
    '【快讯】大桥通车',
    '[视频] 大桥通车',
    '视频丨大桥通车',
    '图集|大桥通车',
    '🔥大桥通车',
    '🔥【直播】大桥通车（组图）',
    '大桥通车（图）',
    '大桥通车(组图)(图)',
    '大桥通车_新华网',
    '大桥通车 - 某某网',
    '大桥通车--某某网',
    '大桥通车-新华网',
    '大桥通车-某某日报',
    '大桥通车-澎湃新闻',
    '大桥通车 | 央视新闻客户端',
    '大桥通车_新闻频道新闻_央视网',
  ])('takes the tags off %s', (raw) => {
    expect(between(raw)).toBe('大桥通车');
  });

  it.each([
    '【震惊】大桥通车',
    '【辟谣】大桥没有塌',
    '独家丨大桥通车',
    '🚨大桥通车',
    '视频显示大桥通车',
    '大桥通车(3)',
    '大桥连上互联网',
    '国网建成青海-河南特高压电网',
    '我国建成北京-雄安高铁网',
    '专家：抗癌秘方-绿豆治百病新闻',
    '专家造出-首台永动机联网',
    '三峡大坝 | 首批机组并网',
    '建成北京 - 雄安高铁网',
    '大桥-某某网',
    '【快讯】',
    '(图)(视频)',
    '🔥',
  ])('leaves %s as it is', (raw) => {
    expect(between(raw)).toBe(normalisedText(raw));
  });

  it('is asked for wherever there is a tag', () => {
    const part = fc.constantFrom(
      '【快讯】',
      '图集|',
      '直播 丨',
      '🔥',
      '⚡',
      '❤',
      '©',
      '®',
      '桥',
      '通车',
      ' ',
      '(图)',
      '_新华网',
      '-新华网',
      ' - 桥网',
    );
    const text = fc.array(part, { maxLength: 8 }).map((parts) => normalisedText(parts.join('')));
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 3 }), (inner, shift) => {
        const { units, to } = unitTextOf('桥'.repeat(shift) + inner);
        if (isTagged(inner)) expect(mayBeTagged(units, shift, to)).toBe(true);
      }),
    );
  });

  it('takes time linear in the text', () => {
    const began = performance.now();
    for (const sign of ['_', '-新闻', '🔥', '【快讯】', '图|', '(图)']) untagged(`${sign.repeat(100_000)}桥`);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
