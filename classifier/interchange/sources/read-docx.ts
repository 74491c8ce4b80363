import { done, failed, type Result } from '#classifier/core/result.ts';
import type { Sentence } from '#classifier/core/trouble.ts';
import { walkPage } from './html-tree.ts';
import { TREE_TEXT_LIMIT } from './limits.ts';
import { holdsEntities, isTooDeep } from './markup.ts';
import { damaged, overLimit, unsupported } from './source-troubles.ts';
import { type Entries, repack } from './unpack.ts';

const ENTITIES: Sentence = {
  zh: '里有实体声明，文档里不该有，没有打开。',
  en: 'declares entities, which no document does; it was not opened.',
};
const TOO_DEEP: Sentence = {
  zh: '的内容嵌套太深，不像正常的文档，没有打开。',
  en: 'nests its content too deep for a document and was not opened.',
};
const TOO_LARGE = {
  zh: `的文字超过 ${TREE_TEXT_LIMIT / 1024 / 1024} MB`,
  en: `has over ${TREE_TEXT_LIMIT / 1024 / 1024} MB of text`,
};

/** Whether an archive holds a Word document. */
export function isDocument(entries: Entries): boolean {
  return entries.has('word/document.xml');
}

/**
 * The text of a Word document, a paragraph a line: items of lists with `- ` before them, rows of tables with tabs.
 * Macros, pictures and what is embedded are not even unpacked. Troubles: file-damaged, file-too-large,
 * file-kind-unsupported.
 */
export async function docxText(entries: Entries, file: string): Promise<Result<string>> {
  const parts = new Map(
    [...entries].filter(([name]) =>
      /^(word\/[^/]*\.xml|word\/_rels\/.*|_rels\/.*|\[Content_Types\]\.xml)$/.test(name),
    ),
  );
  for (const [name, part] of parts) {
    if (holdsEntities(part)) return failed(unsupported(file, ENTITIES));
    if (part.length > TREE_TEXT_LIMIT) return failed(overLimit(file, TOO_LARGE));
    if (name === 'word/document.xml' && isTooDeep(Buffer.from(part).toString()))
      return failed(unsupported(file, TOO_DEEP));
  }
  const { default: mammoth } = await import('mammoth');
  try {
    const options = {
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
      externalFileAccess: false,
    };
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(repack(parts)) }, options);
    return done(linesOfHtml(value));
  } catch {
    return failed(damaged(file));
  }
}

const BLOCKS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'li', 'tr']);

/** The lines of the plain HTML that the document's text comes in. */
function linesOfHtml(html: string): string {
  const lines: string[] = [];
  let line = '';
  let rows = 0;
  const end = () => {
    const text = line.trimEnd();
    if (text.trim() !== '' && text.trim() !== '-') lines.push(text);
    line = '';
  };
  walkPage(html, {
    open(name) {
      if (name === 'tr') rows += 1;
      if (name === 'br') line += rows > 0 ? ' ' : '\n';
      if (name === 'li' || (BLOCKS.has(name) && rows === 0)) end();
      if (name === 'li' && rows === 0) line = '- ';
    },
    close(name) {
      if (name === 'tr') rows -= 1;
      if (name === 'td' || name === 'th') line += '\t';
      else if (BLOCKS.has(name) && rows === 0) end();
    },
    text(value) {
      line += value.replace(/\s+/g, ' ');
    },
  });
  end();
  return lines.join('\n');
}
