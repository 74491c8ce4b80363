import { expect, it } from 'vitest';
import { foldCluster, foldedUnit, isStable } from './folding.ts';

it('folds every unit that stands for itself as its cluster would be folded', () => {
  for (let unit = 1; unit < 0x10000; unit += 1) {
    const folded = foldedUnit(unit);
    if (isStable(unit) !== (folded === unit)) expect.fail(`unit ${unit}`);
    // What needs its neighbours or expands, and blanks, are left to others.
    if (folded === 0 || folded === 0x20) continue;
    const cluster = foldCluster(String.fromCharCode(unit));
    if (cluster !== String.fromCharCode(folded))
      expect([unit, cluster]).toEqual([unit, String.fromCharCode(folded)]);
  }
});
