/** What a spreadsheet takes for the beginning of a formula, perhaps quoted already. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/u;

/** A text so that a spreadsheet does not take it for a formula: with a quote before it where it may. */
export function defanged<T>(value: T): T | string {
  return typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value;
}

/** The text that {@link defanged} made harmless. */
export function fanged(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
