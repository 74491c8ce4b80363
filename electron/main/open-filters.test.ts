import { expect, it } from 'vitest';
import { openFilters } from './open-filters.ts';
import { STRINGS } from './strings.ts';

it('offers every kind that is read, and all files', () => {
  const [lists, all] = openFilters(STRINGS.zh);
  expect(lists?.extensions).toEqual(
    expect.arrayContaining(['txt', 'csv', 'xlsx', 'docx', 'html', 'rss', 'opml', 'zip', 'gz']),
  );
  expect(all).toEqual({ name: '所有文件', extensions: ['*'] });
});
