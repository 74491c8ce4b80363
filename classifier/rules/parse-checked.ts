import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Checked, type Fault, faultTrouble } from './fault.ts';
import { type ParsedYaml, parseYaml } from './parse-yaml.ts';

/** What a rule file holds, and where in it. */
export interface CheckedYaml<T> {
  readonly yaml: ParsedYaml;
  readonly value: T;
}

/** Parses a YAML file and checks its data as a whole; the first fault fails it, with its line. */
export function parseChecked<T>(
  text: string,
  file: string,
  check: (data: unknown) => Checked<T>,
): Result<CheckedYaml<T>> {
  const yaml = parseYaml(text, file);
  if (!yaml.ok) return yaml;
  const checked = check(yaml.value.data);
  if (checked.ok) return done({ yaml: yaml.value, value: checked.value });
  const fault = checked.faults[0] as Fault;
  return failed(faultTrouble(fault, file, yaml.value.lineOf(fault.path), null));
}
