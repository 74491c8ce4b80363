import type { Label } from '#classifier/core/axis.ts';

/** The names of labels in other tools; a headline that is neither is `credible`. */
export const LABEL_NAMES = ['sensational', 'implausible', 'credible'] as const;

const AXES = new Map<string, keyof Label | 'credible'>(
  Object.entries({
    sensational: 'sensational',
    耸动: 'sensational',
    夸大: 'sensational',
    标题党: 'sensational',
    clickbait: 'sensational',
    implausible: 'implausible',
    离奇: 'implausible',
    不实: 'implausible',
    credible: 'credible',
    可信: 'credible',
    正常: 'credible',
  } as const),
);

/** A label by the names that other tools know. */
export function namesOf(label: Label): string[] {
  const names = LABEL_NAMES.filter((name) => name !== 'credible' && label[name]);
  return names.length === 0 ? ['credible'] : names;
}

/** The label of names; null where there is none, one is unknown, or credible stands beside another. */
export function labelOf(names: readonly string[]): Label | null {
  const axes = names.map((name) => AXES.get(name.trim().toLowerCase()));
  if (axes.length === 0 || axes.includes(undefined) || (axes.includes('credible') && new Set(axes).size > 1))
    return null;
  return { sensational: axes.includes('sensational'), implausible: axes.includes('implausible') };
}
