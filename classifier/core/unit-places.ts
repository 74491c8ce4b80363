/** By place in a text, the digits of a run being one: the unit, and the place before that has the same; below 0 none. */
export interface Places {
  readonly units: Uint16Array;
  readonly same: Int32Array;
}

export function createPlaces(size: number): Places {
  return { units: new Uint16Array(size), same: new Int32Array(size) };
}

/** Whether the two or three units that end at a place stood together before. */
export function repeats({ units, same }: Places, place: number, length: 2 | 3): boolean {
  for (let other = same[place] as number; other >= length - 1; other = same[other] as number) {
    if (units[other - 1] !== units[place - 1]) continue;
    if (length === 2 || units[other - 2] === units[place - 2]) return true;
  }
  return false;
}
