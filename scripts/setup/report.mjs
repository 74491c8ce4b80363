import { SetupError } from './console.mjs';

/**
 * Runs the body of a script; what it throws becomes one message on standard error, with what can be done about it, and exit code 1.
 * @param {string} name
 * @param {() => Promise<number | undefined | void>} body Its number is the exit code.
 */
export async function runScript(name, body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    process.stderr.write(`[${name}] FAILED: ${error instanceof Error ? error.message : String(error)}\n`);
    if (error instanceof SetupError) process.stderr.write(`[${name}] ${error.advice}\n`);
    process.exitCode = 1;
  }
}
