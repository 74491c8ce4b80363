import { expect, it } from 'vitest';
import { labelFilters, openFilters } from './file-filters.ts';
import { STRINGS } from './strings.ts';

it('offers every kind that is read, and all files', () => {
  const [lists, all] = openFilters(STRINGS.zh);
  expect(lists?.extensions).toEqual(
    expect.arrayContaining(['txt', 'csv', 'xlsx', 'docx', 'html', 'rss', 'opml', 'zip', 'gz']),
  );
  expect(all).toEqual({ name: '所有文件', extensions: ['*'] });
});

it('names labels by the kind of file that is written', () => {
  expect(labelFilters(STRINGS.zh, 'parquet')).toEqual([
    { name: '标注（.parquet）', extensions: ['parquet'] },
  ]);
  expect(labelFilters(STRINGS.en, 'jsonl')).toEqual([{ name: 'Labels (.jsonl)', extensions: ['jsonl'] }]);
});
