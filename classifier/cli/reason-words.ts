import type { Axis } from '#classifier/core/axis.ts';
import type { Reason } from '#classifier/core/evidence.ts';
import { HIDDEN_CHARACTERS } from '#classifier/core/reading.ts';
import type { Rule } from '#classifier/core/rule.ts';
import { fill, type Language, type Strings, stringsOf } from './strings/index.ts';

/** Reasons for people: the axis of each, then what the rule says or the word as it is printed. */
export function reasonsInWords(reasons: readonly Reason[], language: Language): string {
  const strings = stringsOf(language);
  const said = reasons.map((reason) =>
    onAxis(
      reason.axis,
      reason.kind === 'rule' ? reason.rule.description[language] : fill(strings.reasonWord, reason.word),
      strings,
    ),
  );
  return said.join(strings.reasonNext);
}

/** Puts reasons that are named as batch output names them, `rule:ID` and `word:词`, into words; a rule with its axis. */
export function createNameReader(
  rules: readonly Rule[],
  language: Language,
): (names: readonly string[]) => string {
  const strings = stringsOf(language);
  const said = new Map(
    [HIDDEN_CHARACTERS, ...rules].map(({ id, axis, description }) => [
      `rule:${id}`,
      onAxis(axis, description[language], strings),
    ]),
  );
  const read = (name: string): string =>
    said.get(name) ?? fill(strings.reasonWord, name.slice(name.indexOf(':') + 1));
  return (names) => names.map(read).join(strings.reasonNext);
}

/** The name of an axis, as the columns of a table name it. */
export function axisName(axis: Axis, strings: Strings): string {
  return axis === 'sensational' ? strings.columnSensational : strings.columnImplausible;
}

function onAxis(axis: Axis, said: string, strings: Strings): string {
  return fill(axis === 'sensational' ? strings.reasonSensational : strings.reasonImplausible, said);
}
