import { NEGATIONS, OPPOSITES, PLACE_NAMES, PLACE_UNITS } from './contradiction-words.ts';

/** What a UTF-16 unit may begin, and what it is. */
export const UNIT = {
  number: 1,
  place: 2,
  outcome: 4,
  negation: 8,
  placeSecond: 16,
  placeEnd: 32,
  surrogate: 64,
} as const;

const NUMERALS = '0123456789零一二两三四五六七八九十百千';

/** For each UTF-16 unit the sum of its roles; 0 for most, so that most of a headline is read in one look a unit. */
export const ROLES: Uint8Array = rolesOf([
  [UNIT.number, [...NUMERALS]],
  [UNIT.place, PLACE_NAMES],
  [UNIT.outcome, OPPOSITES.flat()],
  [UNIT.negation, NEGATIONS],
  [UNIT.placeSecond, PLACE_NAMES.map((name) => name.slice(1))],
  [UNIT.placeEnd, PLACE_UNITS],
]);

function rolesOf(beginnings: readonly (readonly [number, readonly string[]])[]): Uint8Array {
  const roles = new Uint8Array(0x10000);
  roles.fill(UNIT.surrogate, 0xd800, 0xe000);
  for (const [role, words] of beginnings) {
    for (const word of words) roles[word.charCodeAt(0)] = (roles[word.charCodeAt(0)] as number) | role;
  }
  return roles;
}
