/** A step of the set-up that could not be done, with what the reader can do about it. */
export class SetupError extends Error {
  /**
   * @param {string} message What went wrong, one sentence.
   * @param {string} advice What to do, one sentence.
   */
  constructor(message, advice) {
    super(message);
    this.advice = advice;
  }
}

/**
 * Set-up messages go to standard error: standard output belongs to the command that is set up.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`[setup] ${text}\n`);
}

/**
 * Says what `message` returns every few seconds until the returned function is called.
 * @param {(seconds: number) => string} message
 * @param {number} everySeconds
 * @returns {() => void}
 */
export function heartbeat(message, everySeconds) {
  const start = Date.now();
  const timer = setInterval(() => say(message(Math.round((Date.now() - start) / 1000))), everySeconds * 1000);
  return () => clearInterval(timer);
}
