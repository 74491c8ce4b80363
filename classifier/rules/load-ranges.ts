import type { PlausibleRange, RangeTable } from '#classifier/core/quantities/plausible-range.ts';
import { createQuantityRules } from '#classifier/core/quantities/quantity-rules.ts';
import { done, type Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import { checkExamples } from './check-examples.ts';
import { checkShape } from './check-shape.ts';
import type { Normaliser } from './compile-pattern.ts';
import { compileRange } from './compile-range.ts';
import { type Fault, faultTrouble } from './fault.ts';
import { parseChecked } from './parse-checked.ts';
import { type RangeDefinition, rangeFileSchema, rangeSchema } from './range-schema.ts';

/** A range that passed its checks, as written and ready, with the line on which it begins. */
export interface LoadedRange {
  readonly definition: RangeDefinition;
  readonly range: PlausibleRange;
  readonly line: number;
}

/** A file of ranges; each broken one is left out and told in `troubles` by id and line. */
export interface RangeFile {
  readonly file: string;
  readonly ranges: readonly LoadedRange[];
  /** Words of which one in a headline switches all ranges of all files off. */
  readonly unless: readonly string[];
  readonly troubles: readonly Trouble[];
}

/** Reads ranges from the text of their file. Fails where it cannot be read as such a file at all. */
export function loadRanges(text: string, file: string, normalise: Normaliser): Result<RangeFile> {
  const parsed = parseChecked(text, file, (data) => checkShape(rangeFileSchema, data, []));
  if (!parsed.ok) return parsed;
  const { yaml, value } = parsed.value;
  const troubles: Trouble[] = [];
  const tell = (faults: readonly Fault[], id: string): void => {
    troubles.push(...faults.map((fault) => faultTrouble(fault, file, yaml.lineOf(fault.path), id)));
  };
  const ranges: LoadedRange[] = [];
  value.ranges.forEach((written, index) => {
    const at = ['ranges', index];
    const definition = checkShape(rangeSchema, written, at);
    const range = definition.ok ? compileRange(definition.value, normalise, at) : definition;
    if (definition.ok && range.ok) {
      ranges.push({ definition: definition.value, range: range.value, line: yaml.lineOf(at) });
    } else if (!range.ok) tell(range.faults, definition.ok ? definition.value.id : `#${index + 1}`);
  });
  return done({ file, ranges, unless: value.unless.map(normalise), troubles });
}

/** Joins files into one table. A range whose id is used already, or whose examples it does not bear out, is left out. */
export function joinRanges(
  files: readonly RangeFile[],
  normalise: Normaliser,
): { table: RangeTable; troubles: readonly Trouble[] } {
  const troubles = files.flatMap((file) => file.troubles);
  const unless = files.flatMap((file) => file.unless);
  const kept = new Map<string, PlausibleRange>();
  for (const { file, ranges } of files) {
    for (const { definition, range, line } of ranges) {
      const faults = kept.has(range.id)
        ? [USED]
        : wrongExamples(definition, { ranges: [range], unless }, normalise);
      if (faults.length === 0) kept.set(range.id, range);
      troubles.push(...faults.map((fault) => faultTrouble(fault, file, line, range.id)));
    }
  }
  return { table: { ranges: [...kept.values()], unless }, troubles };
}

const USED: Fault = { path: [], sentence: { zh: '这个 id 已经用过', en: 'the id is used already' } };

function wrongExamples(
  definition: RangeDefinition,
  table: RangeTable,
  normalise: Normaliser,
): readonly Fault[] {
  const { match } = createQuantityRules(table);
  const own = new Set([`quantity-${definition.id}`, `quantity-${definition.id}-doubtful`]);
  const isHit = (example: string): boolean => match(normalise(example)).some(({ rule }) => own.has(rule.id));
  return checkExamples(definition, isHit, []);
}
