import { fstatSync, ftruncateSync, writeSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { BANDS, type Band } from '#classifier/core/bands.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { Assembly, Resources } from '#classifier/desk/assemble.ts';
import { createJudge, type Judge } from '#classifier/desk/judged.ts';
import { type Found, NOTHING_SEEN } from '#classifier/desk/subscriptions/found.ts';
import { lookAt } from '#classifier/desk/subscriptions/look-at.ts';
import { lookAtFiles } from '#classifier/desk/subscriptions/look-at-folder.ts';
import { nextDelay } from '#classifier/desk/subscriptions/poll-schedule.ts';
import { type FolderWatch, watchFolder } from '#classifier/desk/subscriptions/watch-folder.ts';
import { writeJsonLine } from '#classifier/interchange/json-line.ts';
import type { SourceRow } from '#classifier/interchange/sources/source-reading.ts';
import { writeTrouble } from '#classifier/interchange/write-trouble.ts';
import { headlineDigest } from '#classifier/store/digest.ts';
import { chooseModel } from '../model-choice.ts';
import { fill } from '../strings/index.ts';
import { EXIT, type ExitCode, note, noteTrouble, refuse, type Terminal, writeData } from '../terminal.ts';
import { wantedFrom } from '../wanted-bands.ts';
import { writtenBefore } from '../written-before.ts';

export interface WatchOptions {
  readonly out?: string;
  readonly every: number;
  readonly once: boolean;
  readonly allowPrivate: boolean;
  readonly model?: string;
  readonly modelKey?: string;
  readonly minBand?: Band;
  readonly explain: boolean;
}

/** What the command works with besides its options. */
export interface WatchTools {
  readonly folder: string;
  readonly resources: Resources;
  readonly assembly: Assembly;
  readonly terminal: Terminal;
  /** Aborted when the watch is to end. */
  readonly stop: AbortSignal;
}

interface Watched {
  readonly name: string;
  look(seen: string): Promise<Found>;
  /** The folder whose changes call for a look; null where only time does. */
  readonly folder: string | null;
}

/** `jianwen watch SOURCE…`: goes on until it is stopped; that is no failure. */
export async function watchCommand(
  sources: readonly string[],
  options: WatchOptions,
  tools: WatchTools,
): Promise<ExitCode> {
  const { terminal } = tools;
  if (options.out?.endsWith('.gz')) return refuse(terminal, notPacked(options.out));
  const chosen = await chooseModel(options.model, tools, undefined, options.modelKey);
  if (!chosen.ok) return refuse(terminal, chosen.trouble);
  const { compiled, assembly } = chosen.value;
  const known = options.out === undefined ? done(new Set<string>()) : await writtenBefore(options.out);
  if (!known.ok) return refuse(terminal, known.trouble);
  const opened = await openLines(options.out, terminal);
  if (!opened.ok) return refuse(terminal, opened.trouble);
  const { write, ended } = opened.value;
  const stop = AbortSignal.any([tools.stop, ended]);
  const judge = createJudge(compiled, assembly.reader, options.explain);
  const take = taker(judge, known.value, options.minBand ?? 'pass', write);
  try {
    const watched = await Promise.all(sources.map((source) => watchedOf(source, options.allowPrivate, stop)));
    const looks = watched.map((one) => follow(one, options, take, terminal, stop));
    const failures = (await Promise.all(looks)).filter((went) => !went).length;
    const problem = opened.value.trouble();
    if (problem !== null) return refuse(terminal, problem);
    if (!options.once || failures === 0) return EXIT.done;
    return failures === sources.length ? EXIT.nothingDone : EXIT.someLinesBad;
  } finally {
    await opened.value.close();
  }
}

function notPacked(file: string): Trouble {
  return trouble(
    'request-invalid',
    'watch 接着写在文件后面，不能压缩。请换一个不以 .gz 结尾的文件名。',
    'watch appends to its file and cannot compress it. Name a file that does not end in .gz.',
    { file },
  );
}

async function watchedOf(source: string, allowPrivate: boolean, stop: AbortSignal): Promise<Watched> {
  const name = source;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(source)) {
    const look: Watched['look'] = (seen) =>
      lookAt({ kind: 'url', address: source, allowPrivate, seen }, stop);
    return { name, look, folder: null };
  }
  const path = resolve(source);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  if (isFile)
    return { name, look: (seen) => lookAtFiles(dirname(path), [basename(path)], seen), folder: path };
  return {
    name,
    look: (seen) => lookAt({ kind: 'folder', address: path, allowPrivate, seen }),
    folder: path,
  };
}

/** Looks again and again until stopped, or once; tells whether the last look went well. */
async function follow(
  { name, look, folder }: Watched,
  { every: everyMinutes, once }: WatchOptions,
  take: (rows: readonly SourceRow[]) => number,
  terminal: Terminal,
  stop: AbortSignal,
): Promise<boolean> {
  let seen = NOTHING_SEEN;
  let failures = 0;
  const changes: FolderWatch | null = once || folder === null ? null : watchFolder(folder);
  try {
    for (;;) {
      const found = await look(seen);
      if (stop.aborted) return true;
      if (found.kind === 'failed') noteTrouble(terminal, found.trouble);
      failures = found.kind === 'failed' ? failures + 1 : 0;
      if (found.kind === 'read') {
        for (const problem of found.troubles) noteTrouble(terminal, problem);
        note(terminal, fill(terminal.strings.watchRound, name, take(found.rows)));
        seen = found.seen;
        if (found.hasMore) continue;
      }
      if (once) return failures === 0;
      const retryAfter = found.kind === 'failed' ? found.retryAfter : null;
      await pause(nextDelay({ everyMinutes, failures, retryAfter }, Math.random()), stop, changes);
      if (stop.aborted) return true;
    }
  } finally {
    await changes?.close();
  }
}

/** Waits for some milliseconds, a change in the folder, or the end. */
async function pause(time: number, stop: AbortSignal, changes: FolderWatch | null): Promise<void> {
  const { promise, resolve: end } = Promise.withResolvers<void>();
  const timer = setTimeout(end, time);
  const onStop = (): void => end();
  stop.addEventListener('abort', onStop);
  if (stop.aborted) end();
  await Promise.race([promise, ...(changes === null ? [] : [changes.changed()])]);
  stop.removeEventListener('abort', onStop);
  clearTimeout(timer);
}

/** Scores what is new and writes each headline as a line; returns how many were new. */
function taker(
  judge: Judge,
  known: Set<string>,
  least: Band,
  write: Lines['write'],
): (rows: readonly SourceRow[]) => number {
  const isWanted = wantedFrom(least);
  return (rows) => {
    let fresh = 0;
    for (const { text, details } of rows) {
      const digest = headlineDigest(text);
      if (known.size === known.add(digest).size) continue;
      fresh += 1;
      const jianwen = judge(text);
      if (!isWanted(BANDS.indexOf(jianwen.band), jianwen.insufficient === true)) continue;
      const { source = null, url = null, publishedAt = null, id = null } = details ?? {};
      if (!write(writeJsonLine({ text, source, url, publishedAt, id, jianwen }))) break;
    }
    return fresh;
  };
}

/** Where lines go. */
interface Lines {
  /** False when it takes no more. */
  write(line: string): boolean;
  /** Aborted when it takes no more. */
  readonly ended: AbortSignal;
  /** Why it takes no more; null where it does, or where nobody reads it. */
  trouble(): Trouble | null;
  close(): Promise<void>;
}

/** Lines go to the end of a file, or to standard output. */
async function openLines(out: string | undefined, terminal: Terminal): Promise<Result<Lines>> {
  if (out === undefined) return done(linesTo(terminal));
  try {
    return done(linesInto(await open(out, 'a'), out));
  } catch (error) {
    return failed(writeTrouble(error, out));
  }
}

function linesTo(terminal: Terminal): Lines {
  const ended = new AbortController();
  terminal.data.once('error', () => ended.abort());
  return {
    write(line) {
      writeData(terminal, line);
      return !ended.signal.aborted;
    },
    ended: ended.signal,
    trouble: () => null,
    close: async () => undefined,
  };
}

/** A line for which there is no room is taken away again. */
function linesInto(file: FileHandle, name: string): Lines {
  const ended = new AbortController();
  let problem: Trouble | null = null;
  return {
    write(line) {
      const bytes = Buffer.from(line);
      let written = 0;
      try {
        while (written < bytes.length) written += writeSync(file.fd, bytes, written);
      } catch (error) {
        problem ??= writeTrouble(error, name);
        ended.abort();
        const { size } = fstatSync(file.fd);
        if (written > 0) ftruncateSync(file.fd, size - written);
      }
      return problem === null;
    },
    ended: ended.signal,
    trouble: () => problem,
    close: () => file.close(),
  };
}
