import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headingsOf, idOf } from './headings.ts';

const MANUAL = join(import.meta.dirname, '../../../docs/manual');

describe('headingsOf', () => {
  it('gives the sections and leaves out what stands in listings', () => {
    const text = '# 手册\n\n## 第一个小时\n\n```sh\n## 不是标题\n```\n\n### 小节\n\n## 按键\n';
    expect(headingsOf(text)).toEqual([
      { id: idOf('第一个小时'), text: '第一个小时' },
      { id: idOf('按键'), text: '按键' },
    ]);
  });

  it('finds as many sections of the manual in both languages, each with an id of its own', () => {
    const [zh = [], en = []] = ['zh', 'en'].map((name) =>
      headingsOf(readFileSync(join(MANUAL, `${name}.md`), 'utf8')),
    );
    expect(zh.length).toBeGreaterThan(8);
    expect(en).toHaveLength(zh.length);
    for (const headings of [zh, en]) expect(new Set(headings.map(({ id }) => id)).size).toBe(headings.length);
  });
});
