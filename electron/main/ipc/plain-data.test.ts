import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainData } from './plain-data.ts';

const cycle: { self?: unknown } = {};
cycle.self = cycle;

describe('isPlainData', () => {
  it('lets through what JSON can say', () => {
    const json = fc
      .jsonValue({ maxDepth: 5 })
      .filter((value) => !JSON.stringify(value).includes('__proto__'));
    fc.assert(fc.property(json, (value) => isPlainData(structuredClone(value))));
  });

  it.each([
    ['nothing', undefined],
    ['no number', Number.NaN],
    ['a number without end', Number.POSITIVE_INFINITY],
    ['a big integer', 1n],
    ['a map', new Map()],
    ['a date', new Date(0)],
    ['bytes', new Uint8Array(1)],
    ['a cycle', cycle],
    ['a hole', new Array(2)],
    ['a prototype of its own', Object.create({ path: '/etc/passwd' })],
    ['a key __proto__', JSON.parse('{"__proto__":{"path":"/etc/passwd"}}')],
    ['a hundred levels', JSON.parse('['.repeat(100) + ']'.repeat(100))],
  ])('refuses %s, and anything that holds it', (_story, value) => {
    for (const junk of [value, [value], { args: value }]) expect(isPlainData(junk)).toBe(false);
  });
});
