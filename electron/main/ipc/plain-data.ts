/** Levels of arrays and objects that the deepest arguments of the contract have, with room to spare. */
const DEEPEST = 12;

/**
 * True for what JSON could say: null, booleans, finite numbers, strings, arrays and plain objects of these. Everything
 * else that structured cloning brings is refused before a schema looks at it: maps, dates, buffers, cycles, what is nested
 * without end, and objects with a key `__proto__`.
 */
export function isPlainData(value: unknown, levels = DEEPEST): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || levels === 0) return false;
  if (Array.isArray(value)) return Array.from(value).every((one) => isPlainData(one, levels - 1));
  if (Object.getPrototypeOf(value) !== Object.prototype || Object.hasOwn(value, '__proto__')) return false;
  return Object.values(value).every((one) => isPlainData(one, levels - 1));
}
