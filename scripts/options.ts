import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

/** Reads a command's words. @throws Error with the usage where there is no such option, or a word too many. */
export function parseOptions<const T extends ParseArgsOptionsConfig>(
  argv: readonly string[],
  options: T,
  usage: string,
) {
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

/** A number above zero that an option was given. @throws Error with the usage where it is another text. */
export function wholeNumber(option: string, text: string, usage: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error(`${option} needs a whole number above zero, not "${text}"\n${usage}`);
}
