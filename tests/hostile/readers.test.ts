import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { opmlFeeds } from '#classifier/desk/subscriptions/opml-feeds.ts';
import { readSource } from '#classifier/interchange/sources/read-source.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { ESCAPES, HOSTILE } from './corpus.ts';
import { escaped, formsOf, inXml } from './forms.ts';

const TEXTS = [...Object.values(HOSTILE), ...Object.values(ESCAPES)];

describe('every hostile headline', () => {
  it.each(Object.entries(formsOf(TEXTS)))(
    'in %s is read as it is, or counted among what was left out',
    { timeout: 10_000 },
    async (name, bytes) => {
      const read = await readSource(bytes, name);
      if (!read.ok) throw new Error(read.trouble.sentence.en);
      const { rows, rejected, leftOut, columns } = read.value;
      const isXml = /docx|xlsx/.test(name);
      const known = new Set(isXml ? TEXTS.map(inXml) : TEXTS);
      expect(rows.map(({ text }) => text).filter((text) => !known.has(text))).toEqual([]);
      const head = leftOut.some(({ reason }) => reason.en === 'names of the columns') ? 1 : 0;
      const left = leftOut.reduce((sum, { lines }) => sum + lines, 0) - head;
      expect(rows.length + rejected.length + left).toBe(TEXTS.length);
      if (columns !== null) expect(rows).toHaveLength(TEXTS.length);
      expect(rows.length).toBeGreaterThanOrEqual(TEXTS.length - 3);
    },
  );

  it('is the name of a feed in OPML, and changes no address', async () => {
    // OPML allows markup in names: a name with `<` in it says so twice.
    const names = Object.values(HOSTILE);
    const outlines = names.map(
      (name, at) => `<outline type="rss" text="${escaped(escaped(name))}" xmlUrl="https://e.cn/${at}"/>`,
    );
    const file = join(temporaryFolder(), 'a.opml');
    writeFileSync(file, `<?xml version="1.0"?><opml version="2.0"><body>${outlines.join('')}</body></opml>`);
    const feeds = await opmlFeeds(file);
    if (!feeds.ok) throw new Error(feeds.trouble.sentence.en);
    expect(feeds.value).toEqual(names.map((name, at) => ({ name, address: `https://e.cn/${at}` })));
  });
});
