import { expect, it } from 'vitest';
import { joinLines } from './join-lines.ts';

it('joins what Chinese readers read as one line, and nothing else', () => {
  expect(joinLines('撤销，\n连学到的也收回。\n“今日”页，见\n[指南](x)')).toBe(
    '撤销，连学到的也收回。“今日”页，见[指南](x)',
  );
  const kept =
    '## 按键\n\n按 `?`：\n\n- 一项\n- 二项\n\n| 键 | 作用 |\n|---|---|\n\n```sh\njianwen score\n```\n';
  expect(joinLines(kept)).toBe(kept);
});
