import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { writeTrouble } from '#classifier/interchange/write-trouble.ts';

/** Where a command's data go. */
export interface Output {
  /** Resolves when more may be written; false when nobody reads any more (a closed pipe). */
  write(text: string): Promise<boolean>;
  /** Makes everything written last. */
  close(): Promise<Result<void>>;
  /** Throws away what was written to a file so far. */
  discard(): Promise<void>;
}

/** Writes to a stream that stays open, such as standard output. */
export function streamOutput(stream: NodeJS.WritableStream): Output {
  let open = true;
  stream.on('error', () => {
    open = false;
  });
  return {
    async write(text) {
      if (open && !stream.write(text))
        await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => {});
      return open;
    },
    close: async () => done(undefined),
    discard: async () => undefined,
  };
}

/** Writes beside the file and puts it in place when closed, so that no half file is ever seen. */
export function fileOutput(path: string): Output {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  const stream = createWriteStream(beside, { flags: 'wx', flush: true });
  let problem: Error | undefined;
  stream.on('error', (error) => {
    problem = error;
  });
  return {
    async write(text) {
      if (problem === undefined && !stream.write(text)) await once(stream, 'drain').catch(() => {});
      return problem === undefined;
    },
    async close() {
      try {
        stream.end();
        await finished(stream);
        await rename(beside, path);
        return done(undefined);
      } catch (error) {
        await rm(beside, { force: true });
        return failed(writeTrouble(error, path));
      }
    },
    async discard() {
      stream.destroy();
      await rm(beside, { force: true });
    },
  };
}
