import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { finished } from 'node:stream/promises';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { isFolder } from '#classifier/interchange/write-text-file.ts';
import { writeTrouble } from '#classifier/interchange/write-trouble.ts';
import { printable } from './terminal.ts';

/** Where a command's data go. */
export interface Output {
  /**
   * Resolves when more may be written; false when nobody takes any more (a closed pipe, a full disk). `onWritten` is
   * called once the bytes are with the system: they outlive the process.
   */
  write(bytes: Uint8Array, onWritten?: () => void): Promise<boolean>;
  /** Makes everything written last. */
  close(): Promise<Result<void>>;
  /** Throws away what was written to a file so far. */
  discard(): Promise<void>;
  /** Ends an unfinished output, or one that could not be closed; gives the file that holds it, null where there is none. */
  keep(): Promise<string | null>;
}

/** Bytes that may wait for the disk while the next are made. */
const AHEAD = 4 * 1024 * 1024;

/** Writes to a stream that stays open, such as standard output. That nobody reads any more is no trouble. */
export function streamOutput(stream: NodeJS.WritableStream, name = 'stdout'): Output {
  let open = true;
  let problem: Error | undefined;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    open = false;
    if (error.code !== 'EPIPE') problem = error;
  });
  return {
    async write(bytes, onWritten) {
      if (open && bytes.length > 0 && !stream.write(bytes, onWritten))
        await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => {});
      return open;
    },
    close: async () => (problem === undefined ? done(undefined) : failed(writeTrouble(problem, name))),
    discard: async () => undefined,
    keep: async () => null,
  };
}

/** Writes data to a terminal, which would obey what stands in headlines: it gets them {@link printable}. */
export function shownOutput(stream: NodeJS.WritableStream): Output {
  const output = streamOutput(stream);
  const decoder = new TextDecoder();
  return {
    ...output,
    write: (bytes, onWritten) =>
      output.write(Buffer.from(printable(decoder.decode(bytes, { stream: true }))), onWritten),
  };
}

/** The name of the file that holds the output until it is complete. */
export function partialName(path: string): string {
  return `${path}.partial`;
}

/**
 * Writes to `FILE.partial` and renames it to FILE when closed, so that no half file is ever seen under its name. Goes
 * on behind the first `from` bytes of a partial file that is there. Something that is no file (/dev/null) is written to.
 */
export async function openFileOutput(path: string, from = 0): Promise<Result<Output>> {
  const partial = partialName(path);
  try {
    const present = await stat(path).catch(() => null);
    if (present?.isDirectory()) return failed(isFolder(path));
    if (present !== null && !present.isFile()) return done(streamOutput(createWriteStream(path), path));
    if (from === 0) await rm(partial, { force: true });
    const handle = await open(partial, from === 0 ? 'wx' : 'r+');
    await handle.truncate(from);
    const { ino } = await handle.stat();
    return done(partialOutput(handle, ino, path, from));
  } catch (error) {
    return failed(writeTrouble(error, path));
  }
}

function partialOutput(handle: FileHandle, ino: number, path: string, start: number): Output {
  const partial = partialName(path);
  const stream = handle.createWriteStream({ start, flush: true, highWaterMark: AHEAD });
  let problem: Error | undefined;
  stream.on('error', (error) => {
    problem = error;
  });
  const end = async (): Promise<void> => {
    stream.end();
    await finished(stream);
  };
  const isOurs = (): Promise<boolean> =>
    stat(partial).then(
      (found) => found.ino === ino,
      () => false,
    );
  return {
    async write(bytes, onWritten) {
      if (problem !== undefined || bytes.length === 0) return problem === undefined;
      const hasRoom = stream.write(bytes, (error) => {
        if (!error) onWritten?.();
      });
      if (!hasRoom) await once(stream, 'drain').catch(() => {});
      return problem === undefined;
    },
    async close() {
      try {
        await end();
        if (!(await isOurs())) return failed(takenOver(path));
        await rename(partial, path);
        return done(undefined);
      } catch (error) {
        return failed(writeTrouble(problem ?? error, path));
      }
    },
    async discard() {
      stream.destroy();
      await rm(partial, { force: true });
    },
    async keep() {
      await end().catch(() => undefined);
      return (await isOurs()) ? partial : null;
    },
  };
}

function takenOver(file: string) {
  return trouble(
    'file-unwritable',
    '另一个 jianwen 正在写同一个文件，这一次的结果没有保存。请等它结束，或换一个文件名。',
    'Another jianwen is writing the same file, so this run’s result was not kept. Wait for it, or name another file.',
    { file },
  );
}
