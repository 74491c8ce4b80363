import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync } from 'fflate';

/** The corpus as a source of each kind that an editor may be sent, by its name. */
export function formsOf(texts: readonly string[]): Readonly<Record<string, Uint8Array>> {
  const lines = strToU8(texts.map((text) => JSON.stringify({ text })).join('\n'));
  const items = texts.map((text) => `<li>${escaped(text)}</li>`).join('');
  return {
    'list.txt': strToU8(texts.join('\n')),
    'page.html': strToU8(`<!doctype html><body><ul>${items}</ul></body>`),
    'sheet.csv': strToU8(`标题\n${texts.map(quoted).join('\n')}\n`),
    'lines.jsonl': lines,
    'lines.jsonl.gz': gzipSync(lines),
    'archive.zip': zipSync({ 'lines.jsonl': lines }),
    'document.docx': documentOf(texts),
    'workbook.xlsx': workbookOf(texts),
  };
}

/** A text in XML and HTML. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** What XML can hold of a text: not one of C0 but tabs and line ends. */
export function inXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold.
  return text.replace(/[\u0000-\u0008\u000b-\u001f]/g, '');
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function documentOf(texts: readonly string[]): Uint8Array {
  const paragraphs = texts.map(
    (text) => `<w:p><w:r><w:t xml:space="preserve">${escaped(inXml(text))}</w:t></w:r></w:p>`,
  );
  return changed('doc.docx', 'word/document.xml', (xml) =>
    xml.replace(/<w:body>.*<\/w:body>/s, () => `<w:body>${paragraphs.join('')}</w:body>`),
  );
}

function workbookOf(texts: readonly string[]): Uint8Array {
  const rows = ['标题', ...texts].map(
    (text, at) =>
      `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t xml:space="preserve">${escaped(inXml(text))}</t></is></c></row>`,
  );
  return changed('list.xlsx', 'xl/worksheets/sheet1.xml', (xml) =>
    xml.replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${rows.join('')}</sheetData>`),
  );
}

/** A stored file with one of its parts changed. */
function changed(name: string, part: string, change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(
    new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures/sources', name))),
  );
  return zipSync({ ...parts, [part]: strToU8(change(Buffer.from(parts[part] as Uint8Array).toString())) });
}
