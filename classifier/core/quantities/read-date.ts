import type { Amount } from './amount.ts';
import { isLatin } from './characters.ts';
import type { CalendarDate, ClockTime } from './found-number.ts';
import { readAmount } from './read-amount.ts';

const NUMERIC_DATE = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y;

/** Reads a date such as 2024-02-30 that begins at a place. */
export function readNumericDate(text: string, at: number): CalendarDate | null {
  NUMERIC_DATE.lastIndex = at;
  const found = NUMERIC_DATE.exec(text);
  if (found === null) return null;
  const [whole, year, , month, day] = found;
  const span = { start: at, end: at + whole.length };
  return { kind: 'date', year: Number(year), month: Number(month), day: Number(day), span };
}

/** Reads the date or time that the amount at a place begins: 2024年2月30日, 2月30日, 3月, 5日, 25时30分, 八点半. */
export function readDate(text: string, at: number, amount: Amount): CalendarDate | ClockTime | null {
  if (!isSmallWhole(amount)) return null;
  const sign = text[amount.end];
  if (sign === '年') return readYear(text, at, amount);
  if (sign === '月' && text[at - 1] !== '个') return readMonth(text, at, amount, null, at);
  if (sign === '日') return readDay(text, at, amount);
  return sign === '时' || sign === '点' ? readTime(text, at, amount) : null;
}

function isSmallWhole({ low, high, form }: Amount): boolean {
  return low === high && Number.isInteger(low) && low < 10_000 && form !== 'vague';
}

/** What shows that 1500年 is a stretch of time and not a year. */
const STRETCH = /^(历史|的历史|的文明|文明|的古|古|老|前|的|后|寿|以上|之久)/;

function readYear(text: string, at: number, amount: Amount): CalendarDate | null {
  const end = amount.end + 1;
  const signs = amount.end - at;
  const next = readAmount(text, end);
  if (next !== null && isSmallWhole(next) && text[next.end] === '月' && signs >= 2) {
    const year = signs === 2 ? 2000 + amount.low : amount.low;
    return readMonth(text, at, next, year, end);
  }
  if (signs !== 4 || amount.low < 1000 || amount.low > 2999) return null;
  const after = text.slice(end, end + 3);
  const isRecent = amount.low >= 1800 && amount.low <= 2100;
  if (/^(的?历史|的?文明|的?古)/.test(after) || (!isRecent && STRETCH.test(after))) return null;
  return { kind: 'date', year: amount.low, month: null, day: null, span: { start: at, end } };
}

function readMonth(
  text: string,
  start: number,
  amount: Amount,
  year: number | null,
  at: number,
): CalendarDate | null {
  const end = amount.end + 1;
  if (year === null && /^[龄大嫂饼租薪供费]/.test(text.slice(end, end + 1))) return null;
  const day = readAmount(text, end);
  const month = amount.low;
  if (amount.end - at > 3) return null;
  if (day !== null && isSmallWhole(day) && /^[日号]/.test(text.slice(day.end, day.end + 1))) {
    return { kind: 'date', year, month, day: day.low, span: { start, end: day.end + 1 } };
  }
  const withPart = text[end] === '份' ? end + 1 : end;
  return { kind: 'date', year, month, day: null, span: { start, end: withPart } };
}

function readDay(text: string, at: number, amount: Amount): CalendarDate | null {
  const end = amount.end + 1;
  if (amount.low > 31 || /^[元本均韩美化常报]/.test(text.slice(end, end + 1))) return null;
  return { kind: 'date', year: null, month: null, day: amount.low, span: { start: at, end } };
}

/** Words before an hour that make it a time of day. */
const DAYTIME = /[日晨午晚天夜今]$/;

function readTime(text: string, at: number, amount: Amount): ClockTime | null {
  const hour = amount.low;
  if (hour > 99) return null;
  const end = amount.end + 1;
  const minutes = readAmount(text, end);
  if (minutes !== null && isSmallWhole(minutes) && text[minutes.end] === '分') {
    if (text[minutes.end + 1] === '钟' || text[minutes.end + 1] === '之') return null;
    return { kind: 'time', hour, minute: minutes.low, span: { start: at, end: minutes.end + 1 } };
  }
  if (minutes !== null || isLatin(text.charCodeAt(end))) return null;
  const isDaytime = DAYTIME.test(text.slice(Math.max(0, at - 1), at));
  if (hour > 24 ? !isDaytime : /^[速代间候而尚空节装子评赞击燃名]/.test(text.slice(end, end + 1)))
    return null;
  return { kind: 'time', hour, minute: null, span: { start: at, end } };
}
