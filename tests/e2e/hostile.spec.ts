import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { ESCAPES, HOSTILE, LONE_SURROGATES } from '../hostile/corpus.ts';
import { expect, test } from './support/desk.ts';
import { seeList, selectedRow, unfold } from './support/window.ts';

/** The codes of the corpus that are not to be seen, by its texts; all others are shown as they are. */
const HIDDEN = new Map(
  Object.entries({
    'other direction': ['U+202E', 'U+2066', 'U+2069'],
    'hidden letters': ['U+200B', 'U+200D', 'U+2060', 'U+00AD'],
    emoji: ['U+E0067', 'U+E0062', 'U+E007F'],
    'colours and title': ['U+001B', 'U+001B', 'U+001B', 'U+0007'],
    'C1 controls': ['U+009B', 'U+009D', 'U+009C'],
    'erased line': ['U+001B', 'U+001B', 'U+0008', 'U+0008', 'U+0008'],
  }),
);

/** What is to be seen of each text, and its marks. */
const SHOWN = [
  ...Object.entries({ ...HOSTILE, ...ESCAPES }).map(([name, text]) => {
    const marks = HIDDEN.get(name) ?? [];
    return {
      text: [...text].map((sign) => (marks.includes(codeOf(sign)) ? codeOf(sign) : sign)).join(''),
      marks,
    };
  }),
  // The store keeps UTF-8, which has no halves of characters.
  ...LONE_SURROGATES.map((text) => ({ text: text.toWellFormed(), marks: [] })),
];

test('hostile headlines are shown as text, in the list and in the evidence', async ({ launch, folder }) => {
  const texts = [...Object.values(HOSTILE), ...Object.values(ESCAPES), ...LONE_SURROGATES];
  const file = join(folder, 'hostile.jsonl');
  writeFileSync(file, texts.map((text) => JSON.stringify({ text })).join('\n'));
  const { page } = await launch({ file });
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await seeList(page);
  await unfold(page);
  await expect(page.getByText(`${texts.length} 条，已标 0`, { exact: true })).toBeVisible();
  const seen = new Set<string>();
  for (let row = 0; row < texts.length; row += 1) {
    await expect(selectedRow(page)).toHaveAttribute('data-index', String(row));
    const inList = await contentOf(selectedRow(page).locator('.row-headline'));
    const wanted = SHOWN.find(({ text }) => text === inList.text || text.startsWith(withoutEnd(inList.text)));
    expect(wanted, inList.text).toBeDefined();
    expect(inList.marks, inList.text).toEqual(wanted?.marks);
    await expect.poll(() => contentOf(page.locator('.headline'))).toEqual(wanted);
    seen.add(wanted?.text ?? '');
    await page.keyboard.press('ArrowDown');
  }
  expect([...seen].toSorted()).toEqual([...new Set(SHOWN.map(({ text }) => text))].toSorted());
  const made = '.row img, .row b, .row script, .row svg[onload], .headline img, .headline b, .pane script';
  await expect(page.locator(made)).toHaveCount(0);
  expect(dialogs).toEqual([]);
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
});

/** The text of an element, and those of its marks that take room on the screen. */
async function contentOf(shown: Locator): Promise<{ text: string; marks: string[] }> {
  return shown.evaluate((element) => ({
    text: element.textContent ?? '',
    marks: [...element.querySelectorAll('.hidden-character')]
      .filter((mark) => mark.getBoundingClientRect().width > 0)
      .map((mark) => mark.textContent ?? ''),
  }));
}

/** Long headlines are cut in the list. */
function withoutEnd(text: string): string {
  return text.endsWith('…') ? text.slice(0, -1) : `${text}\n`;
}

function codeOf(sign: string): string {
  return `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
