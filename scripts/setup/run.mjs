import { spawn } from 'node:child_process';
import { endTree } from './end-tree.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} limitSeconds The process and its children are ended after that.
 * @property {'stderr' | 'stdout' | 'kept'} [output] Where both its streams go; `kept` is for the result. Default stderr.
 * @typedef {object} RunResult
 * @property {number | null} code Null when it could not be started or was killed.
 * @property {string} output The last 8,000 characters of what it wrote, when kept.
 * @property {boolean} timedOut
 */

/** The last one comes when the terminal is closed. */
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program in a process group of its own, so that a time-out ends its children too. Never throws.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} options
 * @returns {Promise<RunResult>}
 */
export function run(command, args, { cwd, env = process.env, limitSeconds, output = 'stderr' }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env,
      detached: process.platform !== 'win32',
      stdio: output === 'kept' ? ['ignore', 'pipe', 'pipe'] : ['ignore', streamOf(output), streamOf(output)],
    });
    let kept = '';
    let timedOut = false;
    const keep = (/** @type {Buffer} */ chunk) => {
      kept = (kept + chunk.toString()).slice(-8000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const interrupted = () => {
      endTree(child.pid);
      process.exit(130);
    };
    for (const signal of SIGNALS) process.once(signal, interrupted);
    const timer = setTimeout(() => {
      timedOut = true;
      endTree(child.pid);
    }, limitSeconds * 1000);
    /** @param {number | null} code */
    const finish = (code) => {
      clearTimeout(timer);
      for (const signal of SIGNALS) process.off(signal, interrupted);
      resolve({ code, output: kept, timedOut });
    };
    child.once('error', (error) => {
      kept += error.message;
      finish(null);
    });
    child.once(output === 'kept' ? 'close' : 'exit', finish);
  });
}

/** @param {'stderr' | 'stdout'} output */
function streamOf(output) {
  return output === 'stdout' ? 1 : 2;
}
