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

/**
 * A text so that it can stand in a workbook: the writer keeps texts in a plain object, so that a cell called like one of an
 * object's own names, such as `constructor`, would make a workbook that nothing can open. A space goes behind it.
 */
export function spaced(text: string): string {
  return isTaken(text) ? `${text} ` : text;
}

/** The text that {@link spaced} made harmless. */
export function unspaced(cell: string): string {
  return cell.endsWith(' ') && isTaken(cell.slice(0, -1)) ? cell.slice(0, -1) : cell;
}

function isTaken(text: string): boolean {
  return text in Object.prototype;
}
