import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from './read-source.ts';
import { readSourceFile } from './read-source-file.ts';
import type { SourceChoices, SourceReading } from './source-reading.ts';

const FIXTURES = join(import.meta.dirname, '../../../tests/fixtures/sources');

async function read(
  content: string | Uint8Array,
  name: string,
  choices?: SourceChoices,
): Promise<SourceReading> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const result = await readSource(bytes, name, choices);
  if (!result.ok) throw new Error(`${result.trouble.code}: ${result.trouble.sentence.en}`);
  return result.value;
}

const texts = (reading: SourceReading) => reading.rows.map(({ text }) => text);

describe('readSource', () => {
  it('reads a CSV with Chinese headers, whatever stands around them, and keeps every field', async () => {
    const csv =
      '编号;新闻标题;来源;链接;发布时间;版面\n007;"甲;乙";日报;https://e.cn/1;2026年1月2日 19:07;3\n8;;日报;;;4\n';
    const reading = await read(csv, 'a.csv');
    expect(reading).toMatchObject({ kind: 'csv', encoding: 'utf-8', column: '新闻标题' });
    expect(reading.rows).toEqual([
      {
        text: '甲;乙',
        row: 2,
        details: {
          source: '日报',
          url: 'https://e.cn/1',
          publishedAt: '2026-01-02T19:07:00',
          id: '007',
          metadata: '{"版面":"3"}',
        },
      },
    ]);
    expect(reading.rejected).toEqual([
      {
        row: 3,
        reason: { zh: '标题一栏是空的', en: 'its headline is empty' },
        content: '8;;日报;;;4'.replaceAll(';', ','),
      },
    ]);
  });

  it('reads the column that was chosen, by name and by number, and names the others where there is no such', async () => {
    const csv = '标题,导语\n甲,乙乙\n丙,丁丁\n';
    expect(texts(await read(csv, 'a.csv', { column: '导语' }))).toEqual(['乙乙', '丁丁']);
    expect(texts(await read(csv, 'a.csv', { column: '2' }))).toEqual(['乙乙', '丁丁']);
    await expect(read(csv, 'a.csv', { column: '作者' })).rejects.toThrow('There is: 标题, 导语');
  });

  it('goes on behind a quote that is never closed and keeps its line aside', async () => {
    const reading = await read('title,source\n甲,x\n"乙,x\n丙,x\n丁,x\n', 'a.csv');
    expect(texts(reading)).toEqual(['甲', '丙', '丁']);
    expect(reading.rejected).toMatchObject([{ row: 3, reason: { en: 'a quote is opened and not closed' } }]);
  });

  it.each([
    ['CRLF, then LF', '"标题一号在这里","甲"\r\n"标题二号在这里","乙"\n"标题三号在这里","丙"'],
    ['LF, then CRLF', '"标题一号在这里","甲"\n"标题二号在这里","乙"\r\n"标题三号在这里","丙"\r\n'],
    ['CR, then LF', '"标题一号在这里","甲"\r"标题二号在这里","乙"\n"标题三号在这里","丙"'],
  ])('reads a table whose lines end differently: %s', async (_, body) => {
    for (const header of ['title,source\r\n', 'title,source\n', 'title,source\r']) {
      const { rows, rejected } = await read(header + body, 'a.csv');
      expect(rejected).toEqual([]);
      expect(rows.map(({ text, row, details }) => [text, row, details?.source])).toEqual([
        ['标题一号在这里', 2, '甲'],
        ['标题二号在这里', 3, '乙'],
        ['标题三号在这里', 4, '丙'],
      ]);
    }
  });

  it('numbers the lines of a table whose cells hold line ends', async () => {
    const csv = 'title,note\r\n一号,"a\r\nb\nc"\r\n\r\n二号,x\n三号,"d\r\ne"\r\n"四号,x\r\n五号,y\r\n';
    const { rows, rejected } = await read(csv, 'a.csv');
    expect(rows.map(({ text, row }) => [text, row])).toEqual([
      ['一号', 2],
      ['二号', 6],
      ['三号', 7],
      ['五号', 10],
    ]);
    expect(rejected).toMatchObject([{ row: 9, content: '"四号,x\r\n' }]);
  });

  it('finds the column of the longest texts where there is no header', async () => {
    const reading = await read('1,市政府公布新规三月起施行,日报\n2,村民自发修桥,晚报\n', 'a.csv');
    expect(reading.column).toBe('#2');
    expect(texts(reading)).toEqual(['市政府公布新规三月起施行', '村民自发修桥']);
  });

  it('keeps commas in a list of headlines', async () => {
    const reading = await read('甲,乙\n丙,丁\n戊,己\n', 'a.txt');
    expect(reading.kind).toBe('list');
    expect(texts(reading)).toEqual(['甲,乙', '丙,丁', '戊,己']);
  });

  it('takes `__proto__` and headers that are there twice for what they are', async () => {
    const reading = await read('title,__proto__,constructor,x,x\n甲,a,b,1,2\n', 'a.csv');
    const metadata = reading.rows[0]?.details?.metadata ?? '';
    expect(metadata).toBe('{"__proto__":"a","constructor":"b","x":"1","x (2)":"2"}');
    expect(({} as Record<string, unknown>).a).toBeUndefined();
  });

  it('reads JSON: texts, records, lists within, and keeps numbers as they were written', async () => {
    expect(texts(await read('["甲","乙"]', 'a.json'))).toEqual(['甲', '乙']);
    const reading = await read(
      '{"code":0,"data":{"list":[{"标题":"甲","id":12345678901234567890,"热度":1.50}]}}',
      'a.json',
    );
    expect(reading.rows[0]).toMatchObject({ text: '甲' });
    expect(reading.rows[0]?.details?.metadata).toContain('"热度":1.50');
    await expect(read('[{"title":"甲"},\n{"title":', 'a.json')).rejects.toThrow('from line 2 on');
  });

  it.each(['a.json', 'stdin'])('takes the list of a document that has a name itself, as %s', async (name) => {
    const list = '"data":[{"title":"第一条在这里"},{"title":"第二条在这里"}]';
    for (const said of [
      '"name":"weibo","title":"微博"',
      '"name":"weibo"',
      '"summary":"热搜","tags":["甲","乙","丙"]',
    ])
      expect(texts(await read(`{"code":200,${said},${list}}`, name))).toEqual([
        '第一条在这里',
        '第二条在这里',
      ]);
    for (const rest of ['"tags":["甲","乙"]', '"authors":[{"name":"张三"}]'])
      expect(texts(await read(`{"title":"一条在这里",${rest}}`, name))).toEqual(['一条在这里']);
    expect(texts(await read('{"text":"一条在这里","entities":[{"text":"这里"}]}', name))).toEqual([
      '一条在这里',
    ]);
  });

  it.each(['a.json', 'a.jsonl', 'stdin'])(
    'takes a record with related records for one, as %s',
    async (name) => {
      const record =
        '{"title":"一条在这里","related":[{"title":"相关一"}],"data":{"more":[{"title":"相关二"}]}}';
      expect(texts(await read(record, name))).toEqual(['一条在这里']);
    },
  );

  it.each(['"items":', '"data":{"list":', '"Result":{"items":'])(
    'takes the records under %s for the list of a document with a title',
    async (key) => {
      const document = `{"title":"某报",${key}[{"title":"第一条"},{"title":"第二条"}]${key.includes('{') ? '}' : ''}}`;
      for (const name of ['a.json', 'stdin'])
        expect(texts(await read(document, name))).toEqual(['第一条', '第二条']);
    },
  );

  it('reads JSON Lines and keeps bad lines aside by their numbers', async () => {
    const reading = await read('{"text":"甲","url":"https://e.cn/"}\n{"cut\n\n{"other":1}\n', 'a.jsonl');
    expect(reading.rows).toMatchObject([{ text: '甲', row: 1, details: { url: 'https://e.cn/' } }]);
    expect(reading.rejected.map(({ row }) => row)).toEqual([2, 4]);
  });

  it('takes addresses of other kinds for metadata', async () => {
    const reading = await read('{"text":"甲","url":"javascript:alert(1)"}', 'a.jsonl');
    expect(reading.rows[0]?.details).toMatchObject({ url: null, metadata: '{"url":"javascript:alert(1)"}' });
  });

  it('reads workbooks of LibreOffice: values of formulas, dates, the first sheet that is not empty', async () => {
    const list = await readSourceFile(join(FIXTURES, 'list.xlsx'));
    expect(list).toMatchObject({
      ok: true,
      value: {
        kind: 'xlsx',
        column: '标题',
        rows: [
          {
            text: '提取DNA定制专属“恐龙宠物”',
            row: 2,
            details: { publishedAt: '2026-01-02T19:07:00', metadata: '{"版面":"3"}' },
          },
          { text: '市政府公布新规,3月起施行', row: 3, details: { publishedAt: '2026-01-03' } },
          { text: '2', row: 5 },
        ],
        rejected: [{ row: 4 }],
      },
    });
    const formulas = await readSourceFile(join(FIXTURES, 'formulas.xlsx'));
    expect(formulas).toMatchObject({
      ok: true,
      value: {
        sheets: ['封面', '选题', '读者来信'],
        sheet: '选题',
        rows: [
          { text: '恐龙宠物上市', row: 2 },
          { text: '市政府公布新规', row: 5 },
        ],
        rejected: [{ row: 3 }],
      },
    });
    const letters = await readSourceFile(join(FIXTURES, 'formulas.xlsx'), { sheet: '读者来信' });
    expect(letters).toMatchObject({ ok: true, value: { rows: [{ text: '桥' }] } });
  });

  it('reads the lists of a Word document of LibreOffice', async () => {
    const document = await readSourceFile(join(FIXTURES, 'doc.docx'));
    if (!document.ok) throw new Error(document.trouble.code);
    expect(texts(document.value)).toEqual([
      '提取DNA定制专属“恐龙宠物”',
      '市政府公布新规，3月起施行',
      '村民自发修桥',
      '全城菜价下降',
    ]);
  });

  it('reads headings and links of a page with their addresses, and leaves navigation out', async () => {
    const html = `<!doctype html><title>市政府公布新规，三月起施行_日报</title><base href="https://e.cn/news/">
      <nav><a href="/">返回首页看更多内容</a></nav><h1>市政府公布新规，三月起施行</h1><a href="/about">关于</a>
      <ul><li><a href="a.html">提取DNA定制专属<b>“恐龙宠物”</b></a><li><a href="javascript:x()">村民自发修桥十二年</a></ul><script>"标题"</script>`;
    const reading = await read(html, 'page.txt');
    expect(reading.kind).toBe('html');
    expect(reading.notes[0]?.en).toContain('its name says list but its content is html');
    expect(reading.rows.map(({ text, details }) => [text, details?.url ?? null])).toEqual([
      ['市政府公布新规，三月起施行', null],
      ['提取DNA定制专属“恐龙宠物”', 'https://e.cn/news/a.html'],
      ['村民自发修桥十二年', null],
    ]);
  });

  it('reads archives and compressed files, and keeps what it cannot read aside', async () => {
    const zip = zipSync({
      'a/一.csv': strToU8('标题\n甲\n'),
      '二.txt': strToU8('- 乙\n- 丙\n'),
      '__MACOSX/x': strToU8('x'),
      'p.pdf': strToU8('%PDF-1.7'),
    });
    const reading = await read(gzipSync(zip), 'week.zip.gz');
    expect(reading.rows.map(({ text, details }) => [text, details?.source])).toEqual([
      ['甲', 'a/一.csv'],
      ['乙', '二.txt'],
      ['丙', '二.txt'],
    ]);
    expect(reading.rejected).toMatchObject([{ content: 'p.pdf' }]);
  });

  it('takes a Markdown link for a headline with an address', async () => {
    const reading = await read('# 一周\n\n- [甲乙丙](https://e.cn/1)\n- 丁\n', 'a.md');
    expect(reading.rows).toMatchObject([
      { text: '甲乙丙', details: { url: 'https://e.cn/1' } },
      { text: '丁', details: null },
    ]);
  });
});
