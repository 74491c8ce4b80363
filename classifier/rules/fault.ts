import type { Sentence, Trouble } from '#classifier/core/trouble.ts';

/** Where in a YAML document: keys and indexes from the root. */
export type YamlPath = readonly (string | number)[];

/** What is wrong with one place of a pack file, before its line is known. */
export interface Fault {
  readonly path: YamlPath;
  readonly sentence: Sentence;
}

/** A value, or all that is wrong with its source. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** The fault as a trouble of its file, with the rule's id in front where it has one. */
export function faultTrouble(fault: Fault, file: string, line: number, id: string | null): Trouble {
  const { zh, en } = fault.sentence;
  const sentence = id === null ? fault.sentence : { zh: `规则 ${id}：${zh}`, en: `rule ${id}: ${en}` };
  return { code: 'rules-invalid', sentence, place: { file, line } };
}
