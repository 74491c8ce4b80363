import type { Sentence } from '#classifier/core/trouble.ts';
import type { QuantityFinding } from './check-quantities.ts';
import type { Bounds } from './plausible-range.ts';

/**
 * What the evidence says of a finding: the value as printed, the range, and where the range comes from. `normal` is what
 * the checks have read.
 */
export function detailOf(
  { range, severity, low, high }: QuantityFinding,
  normal: string,
  printed: string,
): Sentence {
  const { likely, possible, name, unit, unitName, source } = range;
  const isDoubtful = severity === 'doubtful';
  const bounds = boundsSentence(isDoubtful ? likely : possible, unit.name, unitName);
  const isConverted = low === high && !normal.includes(unit.name);
  const zhValue = isConverted ? `（合${inChinese(low)}${unit.name}）` : '';
  const enValue = isConverted ? ` (${inEnglish(low)} ${unitName})` : '';
  return {
    zh: `“${printed}”${zhValue}：${name.zh}${isDoubtful ? '已知' : ''}${bounds.zh}。依据：${source.zh}`,
    en: `“${printed}”${enValue}: ${name.en} is ${bounds.en}${isDoubtful ? ' as far as is known' : ''}. Source: ${source.en}`,
  };
}

function boundsSentence({ low, high }: Bounds, zhUnit: string, enUnit: string): Sentence {
  if (high === null) {
    return { zh: `不低于${inChinese(low ?? 0)}${zhUnit}`, en: `at least ${inEnglish(low ?? 0)} ${enUnit}` };
  }
  if (low === null)
    return { zh: `不超过${inChinese(high)}${zhUnit}`, en: `at most ${inEnglish(high)} ${enUnit}` };
  return {
    zh: `在${inChinese(low)}到${inChinese(high)}${zhUnit}之间`,
    en: `between ${inEnglish(low)} and ${inEnglish(high)} ${enUnit}`,
  };
}

/** 14.5亿, 30万, 2.72. */
function inChinese(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e8) return `${rounded(value / 1e8)}亿`;
  return size >= 1e4 ? `${rounded(value / 1e4)}万` : String(rounded(value));
}

/** 1,450,000,000. */
function inEnglish(value: number): string {
  return String(rounded(value)).replace(/\d(?=(\d{3})+(?!\d))(?<!\.\d*)/g, '$&,');
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
