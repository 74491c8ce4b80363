import type { Bounds, PlausibleRange } from '#classifier/core/quantities/plausible-range.ts';
import { unitNamed } from '#classifier/core/quantities/units.ts';
import type { Normaliser } from './compile-pattern.ts';
import type { Checked, Fault, YamlPath } from './fault.ts';
import type { RangeDefinition } from './range-schema.ts';

/** Units in which bounds are written, in English. */
const ENGLISH: Readonly<Record<string, string>> = {
  '%': '%',
  个县: 'counties',
  个省: 'provinces',
  个孩子: 'children',
  人: 'people',
  元: 'yuan',
  '元/升': 'yuan a litre',
  '元/公斤': 'yuan a kilogram',
  '元/平方米': 'yuan a square metre',
  '元/度': 'yuan a kilowatt-hour',
  公斤: 'kg',
  '公斤/亩': 'kg per mu',
  公里: 'km',
  '公里/小时': 'km/h',
  分: 'points',
  分贝: 'dB',
  分钟: 'minutes',
  升: 'litres',
  厘米: 'cm',
  天: 'days',
  字: 'characters',
  小时: 'hours',
  层: 'floors',
  岁: 'years',
  头: 'animals',
  年: 'years',
  户: 'households',
  度: '°',
  微克: 'μg',
  'mmol/l': 'mmol/l',
  枚: 'eggs',
  次: 'beats',
  毫米: 'mm',
  毫米汞柱: 'mmHg',
  秒: 'seconds',
  米: 'm',
  '米/秒': 'm/s',
  级: 'degrees of the scale',
  胞胎: 'children at one birth',
};

/** Makes a range ready to be checked: finds its unit, normalises its words, and looks at its bounds. */
export function compileRange(
  definition: RangeDefinition,
  normalise: Normaliser,
  at: YamlPath,
): Checked<PlausibleRange> {
  const faults: Fault[] = [];
  const fault = (field: string, zh: string, en: string): void => {
    faults.push({ path: [...at, field], sentence: { zh, en } });
  };
  const { id, version, zh, en, bare, source } = definition;
  const unit = unitNamed(definition.unit);
  const unitName = ENGLISH[definition.unit];
  if (unit === null || unitName === undefined) {
    fault('unit', `不认识这个单位：${definition.unit}`, `unknown unit: ${definition.unit}`);
  }
  const likely = boundsOf(definition.likely);
  const possible = boundsOf(definition.possible);
  if (!isOrdered(likely) || !isOrdered(possible))
    fault('likely', '下限高于上限', 'the low bound is above the high');
  if (!isWithin(likely, possible)) {
    fault('possible', '可能的范围须包含常见的范围', 'possible must contain likely');
  }
  const literals = (field: 'before' | 'after' | 'needs' | 'notBefore' | 'notAfter' | 'unless'): string[] =>
    definition[field].map((word) => {
      const normal = normalise(word);
      if (normal === '') fault(field, '规范化以后是空词', 'the literal is empty after normalisation');
      return normal;
    });
  const words = {
    before: literals('before'),
    after: literals('after'),
    needed: literals('needs'),
    notBefore: literals('notBefore'),
    notAfter: literals('notAfter'),
    unless: literals('unless'),
  };
  if (unit === null || unitName === undefined || faults.length > 0) return { ok: false, faults };
  const range = { id, version, name: { zh, en }, unit, unitName, likely, possible, source, bare, ...words };
  return { ok: true, value: range };
}

function boundsOf([low, high]: RangeDefinition['likely']): Bounds {
  return { low, high };
}

function isOrdered({ low, high }: Bounds): boolean {
  return low === null || high === null || low <= high;
}

function isWithin(likely: Bounds, possible: Bounds): boolean {
  const floor = (bound: number | null): number => bound ?? Number.NEGATIVE_INFINITY;
  const ceiling = (bound: number | null): number => bound ?? Number.POSITIVE_INFINITY;
  return floor(possible.low) <= floor(likely.low) && ceiling(possible.high) >= ceiling(likely.high);
}
