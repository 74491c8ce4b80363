import { SAMPLE } from './packaged-app.ts';
import { expect, test } from './support/desk.ts';
import { look } from './support/look.ts';
import { drawnRows, seeList, settled } from './support/window.ts';

/** Starting takes a while on a busy machine. */
const STARTED = { timeout: 45_000 };

test.setTimeout(240_000);

test('goes from a word and a rule to all headlines with them, and says what would change', async ({
  launch,
}) => {
  const { page } = await launch({ file: SAMPLE });
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  const pane = page.getByRole('region', { name: '依据' });
  const rule = pane.locator('.part-rule').first();
  await rule.getByRole('button', { name: /的全部标题/ }).click();
  await settled(page);
  await expect(page.locator('.chip')).toContainText('规则：');
  const withRule = (await drawnRows(page)).length;
  expect(withRule).toBeGreaterThan(0);
  const word = pane.locator('.part-word').first();
  const text = (await word.locator('.word').textContent()) ?? '';
  await word.getByRole('button', { name: /的全部标题/ }).click();
  await settled(page);
  await expect(page.locator('.chip')).toContainText(`含“${text}”`);
  for (const { headline } of await drawnRows(page)) expect(headline).toContain(text);
  await pane.getByText('怎样才会不同').click();
  await expect(pane.locator('.what-if')).toContainText(/另有 \d+ 条含它的标题标为“不(耸动|离奇)”/);
  await expect(pane.locator('.what-if')).toContainText(/把这条标为可信，它会是“(通过|待核|存疑)”/);
});

test('switches a rule off after its effect was seen, and takes that back', async ({ launch }) => {
  const desk = await launch({ file: SAMPLE });
  const { page } = desk;
  await expect(page.locator('.row').first()).toBeVisible(STARTED);
  await seeList(page);
  const before = (await drawnRows(page)).map(({ headline, scores }) => [headline, scores]);
  const pane = page.getByRole('region', { name: '依据' });
  await pane
    .locator('.part-rule')
    .first()
    .getByRole('button', { name: /^改规则/ })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: '在本工作区关掉' }).click();
  await expect(dialog.locator('.rule-preview')).toContainText(/清单里 \d+ 条标题会换档/, { timeout: 30_000 });
  await dialog.getByRole('spinbutton', { name: '新的分值' }).fill('9');
  await expect(dialog.getByRole('alert')).toContainText('分值要在 −3 与 4 之间');
  await expect(dialog.getByRole('button', { name: '应用到本工作区' })).toBeDisabled();
  await dialog.getByRole('radio', { name: '在本工作区关掉' }).click();
  await dialog.getByRole('button', { name: '应用到本工作区' }).click();
  const changes = page.getByRole('region', { name: '本工作区改过的规则' });
  await expect(changes).toContainText('关掉了', { timeout: 30_000 });
  await settled(page);
  expect((await drawnRows(page)).map(({ headline, scores }) => [headline, scores])).not.toEqual(before);
  await changes.getByRole('button', { name: '撤销' }).click();
  await expect(changes).toHaveCount(0, { timeout: 30_000 });
  await settled(page);
  await page.getByRole('listbox').focus();
  await page.keyboard.press('Home');
  await expect
    .poll(async () => (await drawnRows(page)).map(({ headline, scores }) => [headline, scores]))
    .toEqual(before);
});

for (const language of ['zh', 'en'] as const) {
  test(`reasons are accessible and fit in ${language}, by day and by night`, async ({ launch }, info) => {
    const desk = await launch({ language, file: SAMPLE });
    const { page } = desk;
    await expect(page.locator('.row').first()).toBeVisible(STARTED);
    await seeList(page);
    await page.locator('.notice-close').first().click();
    await look(desk, `reasons-table-${language}`, info.outputDir);
    await page.locator('.what-if summary').click();
    await expect(page.locator('.what-if-list li').first()).toBeVisible();
    await page.locator('.what-if').scrollIntoViewIfNeeded();
    await look(desk, `reasons-what-if-${language}`, info.outputDir);
    await page.locator('.part-rule .sign-actions button').nth(1).click();
    await page.locator('.rule-form input[type=radio]').nth(1).click();
    await expect(page.locator('.rule-preview strong')).toBeVisible({ timeout: 30_000 });
    await look(desk, `reasons-rule-${language}`, info.outputDir);
    await page.locator('.rule-buttons .main-button').click();
    await expect(page.locator('.rule-changes li')).toBeVisible({ timeout: 30_000 });
    await page.locator('.rule-changes').scrollIntoViewIfNeeded();
    await look(desk, `reasons-changed-${language}`, info.outputDir);
  });
}
