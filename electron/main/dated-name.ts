/**
 * A name for a new file or folder, with the day as the editor's calendar has it.
 * @param what what is in it, in ASCII
 */
export function datedName(what: string, now = new Date()): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return `jianwen-${what}-${day.map((part) => String(part).padStart(2, '0')).join('-')}`;
}
