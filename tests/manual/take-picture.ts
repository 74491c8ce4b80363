import { execFileSync } from 'node:child_process';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { ROOT } from '../architecture/source-files.ts';

const FOLDER = join(ROOT, 'docs/manual/images');
/** Bytes that a picture of the manual may have. */
const LARGEST = 150 * 1024;
const COLOURS = '96';

/** Takes a picture of the window or a part of it, with few colours, as a reader's download and the program carry it. */
export async function takePicture(seen: Page | Locator, name: string): Promise<void> {
  const path = join(FOLDER, `${name}.png`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path, await seen.screenshot({ animations: 'disabled', caret: 'hide' }));
  // Debian's pngquant; a missing one fails with its name.
  execFileSync('pngquant', ['--force', '--strip', '--output', path, COLOURS, '--', path]);
  expect(statSync(path).size, name).toBeLessThan(LARGEST);
}
