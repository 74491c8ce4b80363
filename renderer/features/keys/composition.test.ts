import { expect, it } from 'vitest';
import { followComposition } from './composition.ts';

it('counts the key that ends a composition as part of it, even where the end comes first', async () => {
  const page = new EventTarget();
  const composition = followComposition(page);
  expect(composition.isUnderWay()).toBe(false);
  page.dispatchEvent(new Event('compositionstart'));
  expect(composition.isUnderWay()).toBe(true);
  page.dispatchEvent(new Event('compositionend'));
  expect(composition.isUnderWay()).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(composition.isUnderWay()).toBe(false);
  page.dispatchEvent(new Event('compositionend'));
  page.dispatchEvent(new Event('compositionstart'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(composition.isUnderWay()).toBe(true);
  composition.stop();
  page.dispatchEvent(new Event('compositionend'));
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(composition.isUnderWay()).toBe(true);
});
