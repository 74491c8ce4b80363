/** How standard input is named on the command line. */
export const STDIN = '-';

/** The name of an input as troubles give it. */
export function inputName(file: string): string {
  return file === STDIN ? 'stdin' : file;
}
