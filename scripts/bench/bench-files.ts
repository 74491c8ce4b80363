import { closeSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { looksLikeJsonLines, readHeadlineLine } from '#classifier/interchange/headline-lines.ts';
import { composeHeadlines, type Sources } from './corpus.ts';

/** Headlines that are scored: a file of each form that somebody reads. */
export interface Feed {
  readonly lines: number;
  /** JSON Lines with `id` and `text`, or the lines of the caller's own file. */
  readonly jsonl: string;
  /** One headline a line. */
  readonly plain: string;
}

/** A headline with one answer: whether either axis holds. What peers learn from. */
export interface Taught {
  readonly text: string;
  readonly suspect: boolean;
}

const FEED_SEED = 1;
/** Other headlines than those that are scored, from the same sources. */
const TAUGHT_SEED = 2;
const BLOCK = 1 << 20;

/** Writes the composed headlines of one size. */
export function writeFeed(sources: Sources, folder: string, lines: number): Feed {
  const feed = feedIn(folder, lines);
  const texts = () => composedTexts(sources, lines);
  writeLines(feed.plain, texts());
  writeLines(feed.jsonl, records(texts()));
  return feed;
}

/** The caller's own headlines. Lines that hold none are left out of what peers read. */
export function readFeed(file: string, folder: string): Feed {
  const lines = readFileSync(file, 'utf8').split('\n');
  const isJson = looksLikeJsonLines(lines.find((line) => line.trim() !== '') ?? '');
  const texts = lines.flatMap((line, at) => {
    if (!isJson) return line.trim() === '' ? [] : [line.trim()];
    const read = readHeadlineLine(line, { file, line: at + 1 });
    return read.ok ? [read.value.text.replace(/[\r\n]+/g, ' ')] : [];
  });
  const feed = feedIn(folder, texts.length);
  writeLines(feed.plain, texts);
  if (isJson) return { ...feed, jsonl: file };
  writeLines(feed.jsonl, records(texts));
  return feed;
}

/** The headlines that peers and label files are trained on. */
export function* taughtHeadlines(sources: Sources, count: number): Generator<Taught> {
  for (const { text, sensational, implausible } of composeHeadlines(sources, count, TAUGHT_SEED))
    yield { text, suspect: sensational || implausible };
}

/** A label file as `jianwen label import` reads it. */
export function writeLabelFile(sources: Sources, file: string, count: number): void {
  writeLines(file, labelRecords(sources, count));
}

/** The lines of a file that {@link writeLines} wrote. */
export function readLines(file: string): string[] {
  return readFileSync(file, 'utf8').split('\n').slice(0, -1);
}

/** Writes lines a block at a time: a million need not stand in memory. */
export function writeLines(file: string, lines: Iterable<string>): void {
  const descriptor = openSync(file, 'w');
  let block = '';
  for (const line of lines) {
    block += `${line}\n`;
    if (block.length < BLOCK) continue;
    writeSync(descriptor, block);
    block = '';
  }
  writeSync(descriptor, block);
  closeSync(descriptor);
}

function feedIn(folder: string, lines: number): Feed {
  const own = join(folder, `feed-${lines}`);
  mkdirSync(own, { recursive: true });
  return { lines, jsonl: join(own, 'feed.jsonl'), plain: join(own, 'feed.txt') };
}

/** The headlines of {@link writeFeed}, without ends of lines. */
export function* composedTexts(sources: Sources, lines: number): Generator<string> {
  for (const { text } of composeHeadlines(sources, lines, FEED_SEED)) yield text;
}

function* records(texts: Iterable<string>): Generator<string> {
  let id = 0;
  for (const text of texts) {
    id += 1;
    yield JSON.stringify({ id, text });
  }
}

function* labelRecords(sources: Sources, count: number): Generator<string> {
  for (const headline of composeHeadlines(sources, count, TAUGHT_SEED)) yield JSON.stringify(headline);
}
