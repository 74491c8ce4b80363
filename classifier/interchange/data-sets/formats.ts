import type { Sentence } from '#classifier/core/trouble.ts';

/** The forms in which labels go out and come in. */
export const LABEL_FORMATS = [
  'jianwen',
  'doccano',
  'doccano-csv',
  'label-studio',
  'prodigy',
  'argilla',
  'fasttext',
  'huggingface',
  'parquet',
  'csv',
  'xlsx',
] as const;
export type LabelFormat = (typeof LABEL_FORMATS)[number];

/** The end of a file's name in each form. */
export const FORMAT_EXTENSIONS: Readonly<Record<LabelFormat, string>> = {
  jianwen: '.jsonl',
  doccano: '.jsonl',
  'doccano-csv': '.csv',
  'label-studio': '.json',
  prodigy: '.jsonl',
  argilla: '.jsonl',
  fasttext: '.txt',
  huggingface: '.jsonl',
  parquet: '.parquet',
  csv: '.csv',
  xlsx: '.xlsx',
};

const TEXTS_ONLY: Sentence = {
  zh: '只存标题和标签；标注人、时间、分数、裁定、编辑部处理和附加信息都不在内，标题里的换行变成空格',
  en: 'it holds text and labels alone: no annotator, time, score, ruling, desk work or metadata, and line ends in headlines become spaces',
};
const NO_TIME: Sentence = {
  zh: '不存标注时间、用时、裁定、编辑部处理和附加信息；同一标题的标注并成一条',
  en: 'it holds no time, seconds, ruling, desk work or metadata; the labels of one headline become one record',
};
const NO_REST: Sentence = {
  zh: '附加信息只存来源、链接、发布时间和编号，其余不在内',
  en: 'of metadata it holds source, address, time of publication and id alone',
};

/** What a form cannot hold of a label; null where it holds everything. */
export const FORMAT_LOSSES: Readonly<Record<LabelFormat, Sentence | null>> = {
  jianwen: null,
  doccano: null,
  'doccano-csv': NO_REST,
  'label-studio': null,
  prodigy: null,
  argilla: NO_TIME,
  fasttext: TEXTS_ONLY,
  huggingface: null,
  parquet: NO_REST,
  csv: NO_REST,
  xlsx: NO_REST,
};
