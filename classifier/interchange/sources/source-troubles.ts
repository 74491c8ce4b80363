import { type Place, type Sentence, type Trouble, trouble } from '#classifier/core/trouble.ts';
import { shownName } from '../decode-text.ts';
import { HEADLINE_LIMIT } from '../headline-limit.ts';
import { headlineTooLong } from '../headline-lines.ts';
import type { RejectedRow } from './source-reading.ts';

/** Why a row is kept aside. */
export const NO_TEXT: Sentence = { zh: '标题一栏是空的', en: 'its headline is empty' };
export const TEXT_TOO_LONG: Sentence = {
  zh: `标题超过 ${HEADLINE_LIMIT} 字`,
  en: `its headline is over ${HEADLINE_LIMIT} characters`,
};
export const BAD_BYTES: Sentence = {
  zh: '有字节不属于这种编码',
  en: 'it holds bytes that do not belong to the encoding',
};

/** A file that ends early or whose inner order is broken. */
export function damaged(file: string, line?: number): Trouble {
  const place: Place = line === undefined ? { file } : { file, line };
  const [zh, en] = line === undefined ? ['', ''] : [`第 ${line} 行处`, ` at line ${line}`];
  return trouble(
    'file-damaged',
    `“${shownName(file)}”${zh}不完整或已损坏。请重新下载或导出后再打开。`,
    `“${shownName(file)}” is incomplete or damaged${en}. Download or export it again.`,
    place,
  );
}

/** A kind of file that is not read, with what to do instead. */
export function unsupported(file: string, what: Sentence): Trouble {
  return trouble(
    'file-kind-unsupported',
    `“${shownName(file)}”${what.zh}`,
    `“${shownName(file)}” ${what.en}`,
    { file },
  );
}

/** A limit of reading that a file goes over. */
export function overLimit(file: string, what: Sentence, line?: number): Trouble {
  return trouble(
    'file-too-large',
    `“${shownName(file)}”${what.zh}，无法打开。请拆成几个文件。`,
    `“${shownName(file)}” ${what.en} and cannot be opened. Split it into several files.`,
    line === undefined ? { file } : { file, line },
  );
}

/** Nothing in a source can be taken for a headline. */
export function nothingFound(file: string, row?: number, reason?: Sentence): Trouble {
  const why =
    reason === undefined ? ['', ''] : [`（第 ${row} 行：${reason.zh}）`, ` (row ${row}: ${reason.en})`];
  return trouble(
    'no-headlines',
    `“${shownName(file)}”里没有找到标题${why[0]}。请检查所选的格式、编码和列。`,
    `No headlines were found in “${shownName(file)}”${why[1]}. Check the format, encoding and column chosen.`,
    row === undefined ? { file } : { file, row },
  );
}

/** A column or sheet that was asked for and is not there. */
export function noSuchColumn(file: string, asked: string, present: readonly string[]): Trouble {
  const named = present.slice(0, 20).map(shownName);
  return trouble(
    'column-missing',
    `“${shownName(file)}”里没有“${shownName(asked)}”。有：${named.join('、')}。`,
    `There is no “${shownName(asked)}” in “${shownName(file)}”. There is: ${named.join(', ')}.`,
    { file },
  );
}

/** The trouble of a row that could not be taken. */
export function rejectedTrouble({ row, reason }: RejectedRow, file: string): Trouble {
  if (reason === TEXT_TOO_LONG) return headlineTooLong({ file, line: row });
  const { zh, en } = reason;
  return trouble('line-without-headline', `第 ${row} 行：${zh}。`, `Row ${row}: ${en}.`, { file, row });
}
