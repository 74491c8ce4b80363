import { open } from 'node:fs/promises';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { accessTrouble } from '#classifier/interchange/read-text-file.ts';
import { headlineDigest } from '#classifier/store/digest.ts';

/**
 * The digests of the headlines that an output of JSON Lines holds; none where there is no such file. A last line that was
 * cut off, because the machine went down, is taken away; a file of anything else is refused and left as it is.
 */
export async function writtenBefore(file: string): Promise<Result<Set<string>>> {
  const digests = new Set<string>();
  const handle = await open(file, 'r+').catch((error: unknown) => error);
  if (handle instanceof Error) {
    const isNew = 'code' in handle && handle.code === 'ENOENT';
    return isNew ? done(digests) : failed(accessTrouble(handle, file));
  }
  const opened = handle as Awaited<ReturnType<typeof open>>;
  try {
    let whole = 0;
    for await (const line of opened.readLines({ autoClose: false, start: 0 })) {
      const text = textOf(line);
      if (text === null) {
        const { size } = await opened.stat();
        const isLast = whole + Buffer.byteLength(line) >= size;
        if (!isLast || !line.startsWith('{"text":')) return failed(notOurs(file));
        await opened.truncate(whole);
        break;
      }
      digests.add(headlineDigest(text));
      whole += Buffer.byteLength(line) + 1;
    }
    if (whole > (await opened.stat()).size) await opened.write('\n', whole - 1);
    return done(digests);
  } catch (error) {
    return failed(accessTrouble(error, file));
  } finally {
    await opened.close();
  }
}

function textOf(line: string): string | null {
  try {
    const { text, jianwen } = JSON.parse(line);
    return typeof text === 'string' && typeof jianwen === 'object' ? text : null;
  } catch {
    return null;
  }
}

function notOurs(file: string) {
  return trouble(
    'request-invalid',
    '这个文件里不是鉴闻写出的 JSON Lines，不能接着写。请换一个文件名。',
    'This file does not hold JSON Lines written by Jianwen and cannot be continued. Name another file.',
    { file },
  );
}
