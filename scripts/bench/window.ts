/// <reference lib="dom" />

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { packagedProgram } from '../../electron/packaging/places.ts';
import { composedTexts, writeLines } from './bench-files.ts';
import { readSources } from './corpus.ts';
import { type Figure, figureTable } from './figure.ts';
import { percentile } from './statistics.ts';

/**
 * `xvfb-run -a node scripts/bench/window.ts [--quick] [--only start|scroll] [--json]`: the packaged test app as an editor meets it. Needs
 * `npm run package -- --for-tests` and a display.
 */

const ROOT = dirname(dirname(import.meta.dirname));
const STARTS = 5;
const LABELS = 300;
/** Milliseconds between a saved label and the next key press: as fast as keys repeat, and as a quick editor decides. */
const PACES = [60, 400];

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    rows: { type: 'string' },
    app: { type: 'string' },
    only: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'jianwen-bench-window-'));
try {
  const figures: Figure[] = [];
  for (const [part, measure] of Object.entries({ start: startAndLabel, scroll: scrolling })) {
    if (options.only !== undefined && options.only !== part) continue;
    for (const figure of await measure()) {
      figures.push(figure);
      if (options.json) console.log(JSON.stringify(figure));
    }
  }
  if (!options.json) console.log(figureTable(figures));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** With 100,000 headlines: start to a usable list, and key press to the row that says it is saved. */
async function startAndLabel(): Promise<Figure[]> {
  const data = join(folder, 'hundred-thousand');
  const first = await start(data, writeList(100_000));
  await usable(first.page, 300_000);
  await pause(4000);
  await first.app.close();
  const starts: number[] = [];
  for (let at = 0; at < STARTS; at += 1) {
    const from = performance.now();
    const { app, page } = await start(data);
    await usable(page, 30_000);
    starts.push((performance.now() - from) / 1000);
    if (at < STARTS - 1) await app.close();
    else {
      await pause(2000);
      const figures: Figure[] = [
        {
          what: 'start to a usable list, 100,000 headlines',
          unit: 's',
          values: starts,
          goal: { atMost: 1.5 },
        },
      ];
      for (const pause of PACES) figures.push(...keyPresses(await labelByKeys(page, pause), pause));
      await app.close();
      return figures;
    }
  }
  return [];
}

/** A decision by one key. */
interface Press {
  /** Milliseconds until it is saved and shown. */
  readonly taken: number;
  /** Whether the row stands for a story of several headlines, which get a label each. */
  readonly ofStory: boolean;
}

function keyPresses(presses: readonly Press[], pause: number): Figure[] {
  return [false, true].flatMap((ofStory): Figure[] => {
    const taken = presses.filter((press) => press.ofStory === ofStory).map((press) => press.taken);
    if (taken.length === 0) return [];
    const what = `key press to saved ${ofStory ? 'story' : 'label'}, ${pause} ms apart`;
    const goal = ofStory ? {} : { goal: { atMost: 30 } };
    return [
      { what: `${what} (${taken.length}), p50`, unit: 'ms', values: [percentile(taken, 50)] },
      { what: `${what} (${taken.length}), p99`, unit: 'ms', values: [percentile(taken, 99)], ...goal },
    ];
  });
}

/** Through a million rows: by the wheel, by the bar, by keys; every frame counts. */
async function scrolling(): Promise<Figure[]> {
  const rows = Number(options.rows ?? (options.quick ? 100_000 : 1_000_000));
  const { app, page } = await start(join(folder, 'million'), writeList(rows));
  await usable(page, 600_000);
  await pause(3000);
  const frames = await page.evaluate(scrollThrough);
  await app.close();
  const name = rows.toLocaleString('en');
  return [
    { what: `frame of scrolling through ${name} rows, p50`, unit: 'ms', values: [percentile(frames, 50)] },
    { what: `frame of scrolling through ${name} rows, p99`, unit: 'ms', values: [percentile(frames, 99)] },
    {
      what: `frame of scrolling through ${name} rows, longest`,
      unit: 'ms',
      values: [percentile(frames, 100)],
      goal: { atMost: 33.4 },
    },
  ];
}

/** Runs in the page: milliseconds of each frame while the list is scrolled. */
async function scrollThrough(): Promise<number[]> {
  const list = document.getElementById('headlines');
  if (list === null) throw new Error('There is no list.');
  const frames: number[] = [];
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let before = await frame();
  const go = async (steps: number, move: (step: number) => void) => {
    for (let step = 0; step < steps; step += 1) {
      move(step);
      const now = await frame();
      frames.push(now - before);
      before = now;
    }
  };
  await go(200, () => list.scrollBy(0, 120));
  const height = list.scrollHeight - list.clientHeight;
  await go(200, (step) => list.scrollTo(0, (height * step) / 200));
  await go(200, () => list.scrollBy(0, -333));
  await go(100, (step) => list.scrollTo(0, height * ((step * 37) % 100) * 0.01));
  return frames;
}

/** Milliseconds from each key press to the moment at which the window shows that it is saved. */
function labelByKeys(page: Page, pause: number): Promise<Press[]> {
  return page.evaluate(
    async ({ labels, pause }) => {
      const list = document.getElementById('headlines');
      if (list === null) throw new Error('There is no list.');
      const presses: Press[] = [];
      for (let at = 0; at < labels; at += 1) {
        const row = () => document.querySelector('.row[aria-selected=true]');
        const selected = () => row()?.id;
        const before = selected();
        const ofStory = row()?.querySelector('.row-fold') != null;
        const from = performance.now();
        const saved = new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            if (selected() === before) return;
            observer.disconnect();
            resolve();
          });
          observer.observe(document.body, {
            subtree: true,
            childList: true,
            characterData: true,
            attributes: true,
          });
        });
        const digit = 1 + (at % 4);
        list.dispatchEvent(
          new KeyboardEvent('keydown', {
            key: `${digit}`,
            code: `Digit${digit}`,
            bubbles: true,
            cancelable: true,
          }),
        );
        await saved;
        presses.push({ taken: performance.now() - from, ofStory });
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
      return presses;
    },
    { labels: LABELS, pause },
  );
}

async function start(data: string, file?: string): Promise<{ app: ElectronApplication; page: Page }> {
  const app = await _electron.launch({
    executablePath: options.app ?? packagedProgram(ROOT, 'test'),
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--lang=zh',
      `--data=${data}`,
      ...(file === undefined ? [] : [file]),
    ],
    timeout: 20_000,
  });
  return { app, page: await app.firstWindow({ timeout: 20_000 }) };
}

function usable(page: Page, timeout: number): Promise<void> {
  return page.locator('.row[aria-selected=true]').waitFor({ timeout });
}

function writeList(count: number): string {
  const file = join(folder, `${count}.txt`);
  writeLines(file, composedTexts(readSources(ROOT), count));
  return file;
}
