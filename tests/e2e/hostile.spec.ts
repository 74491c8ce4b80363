import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESCAPES, HOSTILE } from '../hostile/corpus.ts';
import { expect, test } from './support/desk.ts';
import { seeList, unfold } from './support/window.ts';

test('hostile headlines are shown as text, in the list and in the evidence', async ({ launch, folder }) => {
  const texts = [...Object.values(HOSTILE), ...Object.values(ESCAPES)];
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
  for (const text of [
    HOSTILE.markup,
    HOSTILE.formula,
    HOSTILE['names of objects'],
    HOSTILE['end of a script'],
  ]) {
    await page.getByRole('searchbox').fill(text ?? '');
    await page
      .locator('.row', { hasText: text ?? '' })
      .first()
      .click();
    await expect(page.locator('.headline')).toContainText(text ?? '');
  }
  const made = '.row img, .row b, .row script, .row svg[onload], .headline img, .headline b, .pane script';
  await expect(page.locator(made)).toHaveCount(0);
  expect(dialogs).toEqual([]);
  expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([]);
});
