/**
 * Runs the body of a script; what it throws becomes one message on standard error and exit code 1.
 * @param {string} name
 * @param {() => Promise<number | undefined | void>} body Its number is the exit code.
 */
export async function runScript(name, body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    process.stderr.write(`[${name}] FAILED: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
