const WRITTEN =
  /^(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?(?:[T\s]+(\d{1,2})[:：时点](\d{1,2})(?:[:：分](\d{1,2})(?:\.\d+)?)?[秒分]?\s*(Z|[+-]\d{2}:?\d{2})?)?$/;
/** RFC 822 and 2822, as in RSS. */
const MAIL = /^(?:[A-Za-z]{3},\s*)?\d{1,2}\s+[A-Za-z]{3}[a-z]*\s+\d{4}\s+\d{1,2}:\d{2}/;

/**
 * A time as sources write it, in ISO 8601: 2026年1月2日 19:07, 2026/1/2, 2026-01-02T19:07:00+08:00, Fri, 02 Jan 2026
 * 19:07:00 +0800. In UTC where a zone is named; null where it cannot be told without guessing (1/2/2026).
 */
export function publishedTime(written: string): string | null {
  const text = written.normalize('NFKC').trim();
  const parts = WRITTEN.exec(text);
  if (parts !== null) return fromParts(parts);
  if (!MAIL.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function fromParts(parts: RegExpExecArray): string | null {
  const [, year = '', month = '', day = '', hour, minute = '0', second = '0', zone] = parts;
  const two = (digits: string) => digits.padStart(2, '0');
  const date = `${year}-${two(month)}-${two(day)}`;
  const time = `${two(hour ?? '0')}:${two(minute)}:${two(second)}`;
  const asUtc = new Date(`${date}T${time}Z`);
  if (Number.isNaN(asUtc.getTime()) || !asUtc.toISOString().startsWith(date)) return null;
  if (hour === undefined) return date;
  if (zone === undefined) return `${date}T${time}`;
  const exact = new Date(`${date}T${time}${zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(exact.getTime()) ? null : exact.toISOString();
}
