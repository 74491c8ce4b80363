/** The fields of a headline that a column may hold. */
export type Field = 'text' | 'source' | 'url' | 'publishedAt' | 'id';

/** Names that stand for a headline and hardly for anything else. */
const SURE_NAMES = [
  'text',
  'title',
  'headline',
  '标题',
  '標題',
  '新闻标题',
  '新聞標題',
  '文章标题',
  '标题文字',
  '题目',
  '題目',
  '题名',
];

/** What columns are called, the surest name first. */
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  text: [
    ...SURE_NAMES,
    ...[
      'headlines',
      'titles',
      'newstitle',
      'articletitle',
      'subject',
      '主题',
      '标题内容',
      '新闻',
      '内容',
      '內容',
      '正文',
      '文本',
    ],
    ...['content', 'sentence', 'news', 'name', 'summary'],
  ],
  source: [
    ...[
      'source',
      '来源',
      '來源',
      '新闻来源',
      '媒体',
      '媒體',
      '出处',
      '發布機構',
      '发布机构',
      '发布者',
      '作者单位',
      '网站',
    ],
    ...['publisher', 'outlet', 'site', 'media', 'feed'],
  ],
  url: [
    'url',
    'link',
    '链接',
    '連結',
    '鏈接',
    '网址',
    '網址',
    '原文链接',
    '新闻链接',
    '地址',
    'href',
    'uri',
    'permalink',
  ],
  publishedAt: [
    ...[
      'publishedat',
      'published',
      'publishdate',
      'publishtime',
      'publisheddate',
      'pubdate',
      'datepublished',
    ],
    ...[
      '发布时间',
      '發布時間',
      '发表时间',
      '发布日期',
      '发表日期',
      '时间',
      '時間',
      '日期',
      'date',
      'time',
      'datetime',
      'createdat',
    ],
  ],
  id: ['id', '编号', '編號', 'guid', 'docid', 'newsid', '新闻编号', '稿件编号', 'uuid'],
};

const FIELDS = Object.keys(NAMES) as Field[];

/** A header as it is compared: without width, case, spaces, marks and brackets. */
function bare(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.:*#“”"'《》【】()[\]\uFEFF]/gu, '');
}

/** Which column holds which field; of several that may hold one, the one with the surest name, then the first. */
export function fieldsOf(headers: readonly string[]): Partial<Record<Field, number>> {
  const named = headers.map(bare);
  const found: Partial<Record<Field, number>> = {};
  for (const field of FIELDS) {
    const name = NAMES[field].find((known) => named.includes(known));
    if (name !== undefined) found[field] = named.indexOf(name);
  }
  return found;
}

/** Whether a header can hardly be of anything but headlines. */
export function isSureName(header: string): boolean {
  return SURE_NAMES.includes(bare(header));
}

/** Whether a row of cells looks like the names of columns: one of them names the headline. */
export function namesHeadline(cells: readonly string[]): boolean {
  return fieldsOf(cells).text !== undefined;
}

/** Which column was asked for, by name or by number from 1; -1 where there is none. */
export function columnAsked(headers: readonly string[], asked: string): number {
  const exact = headers.indexOf(asked);
  if (exact >= 0) return exact;
  const alike = headers.findIndex((header) => bare(header) === bare(asked));
  if (alike >= 0) return alike;
  const number = /^\d+$/.test(asked) ? Number(asked) - 1 : -1;
  return number >= 0 && number < headers.length ? number : -1;
}

/** Headers that differ: a second 标题 becomes 标题 (2), an empty one its number. */
export function distinctHeaders(headers: readonly string[]): string[] {
  const met = new Set<string>();
  return headers.map((header, at) => {
    const name = header.trim() === '' ? `#${at + 1}` : header.trim();
    let distinct = name;
    for (let again = 2; met.has(distinct); again += 1) distinct = `${name} (${again})`;
    met.add(distinct);
    return distinct;
  });
}
