import type { Rule } from '#classifier/core/rule.ts';
import type { Span } from '#classifier/core/span.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import type { CalendarDate, FoundNumber, Quantity } from './found-number.ts';

/** Something about the numbers of a headline that cannot be, whatever is measured. */
export interface LogicFinding {
  readonly rule: Rule;
  readonly span: Span;
  /** Why it cannot be. */
  readonly why: Sentence;
}

const PACK = 'quantities';

/** No such day, hour or weekday; parts of a whole that are more than the whole. */
export const LOGIC_RULES = {
  date: logicRule('quantity-no-such-date', 2.6, '日历上没有的日子', 'A date that no calendar has'),
  time: logicRule('quantity-no-such-time', 2.4, '一天里没有的时刻', 'A time that no day has'),
  weekday: logicRule('quantity-no-such-weekday', 2.2, '一周里没有的日子', 'A day that no week has'),
  shares: logicRule(
    'quantity-shares-beyond-whole',
    2.2,
    '各部分相加超过整体',
    'Parts that add up to more than the whole',
  ),
} as const;

function logicRule(id: string, points: number, zh: string, en: string): Rule {
  return { id, pack: PACK, version: 1, axis: 'implausible', points, description: { zh, en } };
}

/** Finds dates, times, weekdays and shares that contradict themselves; `numbers` are those of the same text. */
export function checkLogic(text: string, numbers: readonly FoundNumber[]): readonly LogicFinding[] {
  const findings: LogicFinding[] = [];
  const isLunar = LUNAR.test(text);
  for (const number of numbers) {
    const { span } = number;
    if (number.kind === 'date') {
      const fault = dateFault(number, text, isLunar);
      if (fault !== null) findings.push({ rule: LOGIC_RULES.date, span, why: fault });
    } else if (number.kind === 'time' && (number.hour > 24 || (number.minute ?? 0) > 59)) {
      findings.push({ rule: LOGIC_RULES.time, span, why: CLOCK });
    } else if (isStrangeWeekday(text, number)) {
      const whole = { start: span.start - 2, end: span.end };
      findings.push({ rule: LOGIC_RULES.weekday, span: whole, why: WEEK });
    }
  }
  return [...findings, ...shareFindings(text, numbers)];
}

const CLOCK: Sentence = {
  zh: '一天只到24时，一小时只到59分',
  en: 'a day ends at 24:00 and an hour at 59 minutes',
};
const WEEK: Sentence = { zh: '一周只有星期一到星期日', en: 'a week has seven days' };
const LUNAR = /农历|阴历|旧历|夏历|腊月|正月|冬月/;

/** Days of each month; February has its leap day. */
const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function dateFault(
  { year, month, day, span }: CalendarDate,
  text: string,
  isLunar: boolean,
): Sentence | null {
  if (month === null) return null;
  const days = MONTH_DAYS[month - 1];
  if (days === undefined) {
    // 13月 alone may be a run of months; with a day, a year or 份 it is a date.
    const isDate = day !== null || year !== null || text[span.end - 1] === '份';
    return isDate ? { zh: '一年只有12个月', en: 'a year has twelve months' } : null;
  }
  if (day === null || isLunar) return null;
  if (day < 1 || day > days)
    return { zh: `${month}月最多${days}天`, en: `month ${month} has at most ${days} days` };
  if (month !== 2 || day !== 29 || year === null || isLeap(year)) return null;
  return { zh: `${year}年不是闰年，2月只有28天`, en: `${year} is no leap year; its February has 28 days` };
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** 星期八, 礼拜9. */
function isStrangeWeekday(text: string, { kind, span }: FoundNumber): boolean {
  return (
    kind === 'label' &&
    /(星期|礼拜)$/.test(text.slice(Math.max(0, span.start - 2), span.start)) &&
    /^[八九89]$/.test(text.slice(span.start, span.end)) &&
    !/^(小镇|工作室|乐园|个|天|酒店)/.test(text.slice(span.end, span.end + 3))
  );
}

/** Parts of which each excludes the other, and the words between a part and its share. */
export const PARTS: readonly (readonly [first: string, second: string])[] = [
  ['支持', '反对'],
  ['赞成', '反对'],
  ['同意', '不同意'],
  ['男性', '女性'],
  ['男生', '女生'],
  ['城镇', '农村'],
  ['盈利', '亏损'],
];
const SHARE_WORDS =
  /^(的?人|者|率|票|的?居民|的?网友|人口|家庭)?(约|各|仅|均)?(占比?|为|达|:)?(约|仅|达|近|为|高达)?$/;
/** Two rounded shares of a whole may add up to a little more than it. */
const MOST = 101;

/** A share, and where the number before it ends. */
interface Share extends Quantity {
  readonly previousEnd: number;
}

function shareFindings(text: string, numbers: readonly FoundNumber[]): LogicFinding[] {
  const shares = numbers.flatMap((number, at): Share[] =>
    number.kind === 'quantity' && number.unit.dimension === 'share'
      ? [{ ...number, previousEnd: numbers[at - 1]?.span.end ?? 0 }]
      : [],
  );
  if (shares.length < 2) return [];
  return PARTS.flatMap(([first, second]) => {
    const a = shares.find((share) => speaksOf(text, share, first));
    const b = shares.find((share) => share !== a && speaksOf(text, share, second));
    if (a === undefined || b === undefined) return [];
    const sum = a.low * a.unit.factor + b.low * b.unit.factor;
    if (!(sum > MOST)) return [];
    const span = { start: Math.min(a.span.start, b.span.start), end: Math.max(a.span.end, b.span.end) };
    const total = Math.round(sum * 10) / 10;
    return [
      {
        rule: LOGIC_RULES.shares,
        span,
        why: {
          zh: `“${first}”和“${second}”不重叠，相加却是${total}%`,
          en: `“${first}” and “${second}” exclude each other but add up to ${total} %`,
        },
      },
    ];
  });
}

/** 支持率60%, 60%支持, 60%的人支持. */
function speaksOf(text: string, { span, previousEnd }: Share, part: string): boolean {
  const behind = text.slice(span.end, span.end + 8);
  if (new RegExp(`^(的?(人|居民|网友|受访者|家长|村民|市民|选民|代表))?(表示)?${part}`).test(behind))
    return true;
  const before = text.slice(Math.max(previousEnd, span.start - 12), span.start);
  const at = before.lastIndexOf(part);
  return at >= 0 && before[at - 1] !== '不' && SHARE_WORDS.test(before.slice(at + part.length));
}
