import { AXES } from '#classifier/core/axis.ts';
import type { LabelRecord } from '../label-lines.ts';
import { FORMAT_LOSSES, type LabelFormat } from './formats.ts';

/** What a datasheet tells of a data set besides what can be counted in it. */
export interface DataSetFacts {
  readonly format: LabelFormat;
  /** Files of the data set with the labels in each. */
  readonly parts: readonly { readonly file: string; readonly records: readonly LabelRecord[] }[];
  /** What was chosen of the desk's labels, in both languages. */
  readonly choice: { readonly zh: string; readonly en: string };
  /** ISO 8601. */
  readonly madeAt: string;
  readonly version: string;
}

const TITLE = '# 数据说明 Datasheet';

/** Whether a text was written by {@link datasheet}. */
export function isDatasheet(text: string): boolean {
  return text.split('\n').includes(TITLE);
}

/** The datasheet of a data set: what it is, how it came about, what it holds, what it is not for; Chinese, then English. */
export function datasheet(facts: DataSetFacts): string {
  const { format, parts, choice, madeAt, version } = facts;
  const all = parts.flatMap(({ records }) => records);
  const loss = FORMAT_LOSSES[format];
  const headlines = new Set(all.map(({ text }) => text)).size;
  const times = all
    .flatMap(({ labelledAt }) => (labelledAt === undefined ? [] : [labelledAt.slice(0, 10)]))
    .sort();
  const annotators = new Set(all.map(({ annotator = '' }) => annotator));
  const span = times.length === 0 ? '—' : `${times[0]} – ${times.at(-1)}`;
  const table = [
    '| 文件 file | 标注 labels | 标题 headlines | 耸动 sensational | 离奇 implausible | 可信 credible |',
    '| --- | --- | --- | --- | --- | --- |',
    ...parts.map(({ file, records }) => `| ${file} | ${countsOf(records).join(' | ')} |`),
  ].join('\n');
  return `${TITLE}

${table}

- 格式 format：${format}
- 导出时间 made at：${madeAt}；鉴闻 Jianwen ${version}
- 取的是 choice：${choice.zh}；${choice.en}
- 标题 headlines：${headlines}；标注人 annotators：${annotators.size}；标注日期 labelled：${span}

## 中文

- **是什么**：新闻标题，由编辑在两轴上标注。耸动：措辞夸大、引诱；离奇：事情本身难以置信。两者皆否即可信。只凭标题判断，不核对正文。
- **怎么来的**：编辑在鉴闻里逐条标注。大部分标题是按“最值得标”的顺序挑出来的，不代表一般来稿；每五条有一条随机抽取，只有这一部分能如实评估质量（导出时选“只要随机抽查”）。
- **同一标题有几条标注**：每位编辑各一条，裁定另算一条。训练前应取裁定，没有裁定而意见不一的不宜使用。
- **训练与测试**：分开导出时，讲同一件事的近似标题不会分在两边。
- **不存什么**：${loss?.zh ?? '全部信息都在'}。
- **不适用**：判定新闻真假；评价媒体或个人。标题可能有版权，再分发前请确认。标注人的姓名是个人信息。

## English

- **What**: headlines of news, labelled by editors on two axes. Sensational: the wording lures or exaggerates. Implausible: what is claimed is hard to believe. Credible is neither. Judged by the headline alone.
- **How**: one by one in Jianwen. Most were chosen because a label would teach much, so they are not typical of what arrives; one in five was drawn at random, and only these judge quality honestly (export “only the random audit”).
- **Several labels of one headline**: one of each editor, and a ruling beside them. Take the ruling for training; leave out what is contested and not ruled.
- **Train and test**: near-copies of one story are never on both sides.
- **Not held**: ${loss?.en ?? 'nothing is left out'}.
- **Not for**: telling whether news is true; judging outlets or people. Headlines may be protected by copyright. Names of annotators are personal data.
`;
}

function countsOf(records: readonly LabelRecord[]): number[] {
  const yes = AXES.map((axis) => records.filter((record) => record[axis]).length);
  const credible = records.filter(({ sensational, implausible }) => !sensational && !implausible).length;
  return [records.length, new Set(records.map(({ text }) => text)).size, ...yes, credible];
}

/** The head of a Hugging Face dataset card: which files are which split. */
export function cardHead(parts: readonly { readonly split: string; readonly file: string }[]): string {
  const files = parts.map(
    ({ split, file }) => `      - split: ${split}\n        path: ${JSON.stringify(file)}`,
  );
  return `---
language:
  - zh
task_categories:
  - text-classification
tags:
  - headlines
configs:
  - config_name: default
    data_files:
${files.join('\n')}
---

`;
}
