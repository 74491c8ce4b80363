import { isAscii, isUtf8 } from 'node:buffer';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { shownName } from './decode-text.ts';

/** How far into a document its XML declaration is looked for, in bytes. */
const DECLARATION = 400;

/**
 * The text of a feed's bytes. A byte order mark decides; else what is UTF-8 throughout is read as UTF-8 whatever it says
 * it is, for servers are wrong more often than bytes are UTF-8 by chance; else the charset of the HTTP header, of the
 * XML declaration, and GB18030, the first that fits.
 */
export function decodeFeed(bytes: Uint8Array, file: string, contentType = ''): Result<string> {
  if (bytes.length === 0) return failed(empty(file));
  const declared = [charsetOf(contentType), encodingOf(bytes)].filter((label) => label !== null);
  const labels = [
    ...markedAs(bytes),
    ...(isUtf8(bytes) && !(isAscii(bytes) && declared.length > 0) ? ['utf-8'] : []),
    ...declared,
    'gb18030',
  ];
  for (const label of labels) {
    const text = decoded(bytes, label);
    if (text !== null) return done(text);
  }
  return failed(unreadable(file));
}

function decoded(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function markedAs([first, second]: Uint8Array): readonly string[] {
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  return first === 0xfe && second === 0xff ? ['utf-16be'] : [];
}

function charsetOf(contentType: string): string | null {
  return /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(contentType)?.[1] ?? null;
}

function encodingOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARATION)).toString('latin1');
  return /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1] ?? null;
}

function empty(file: string): Trouble {
  return trouble('file-empty', `“${shownName(file)}”是空的。`, `“${shownName(file)}” is empty.`, { file });
}

function unreadable(file: string): Trouble {
  return trouble(
    'feed-invalid',
    `“${shownName(file)}”的文字编码认不出来：不是 UTF-8、GB18030，也不是它自己声明的编码。`,
    `The encoding of “${shownName(file)}” is unknown: neither UTF-8, nor GB18030, nor the one that it declares.`,
    { file },
  );
}
