import { expect, it } from 'vitest';
import { openFilters } from './open-filters.ts';
import { STRINGS } from './strings.ts';

it('offers text and JSON Lines, and no tables, which are not read yet', () => {
  expect(openFilters(STRINGS.zh)).toEqual([
    { name: '文本清单', extensions: ['txt', 'md', 'jsonl', 'ndjson'] },
    { name: '所有文件', extensions: ['*'] },
  ]);
});
