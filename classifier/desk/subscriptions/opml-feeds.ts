import { done, type Result } from '#classifier/core/result.ts';
import { readSourceFile } from '#classifier/interchange/sources/read-source-file.ts';

/** The feeds that an OPML file lists, in all its groups. */
export async function opmlFeeds(
  file: string,
): Promise<Result<readonly { readonly name: string; readonly address: string }[]>> {
  const read = await readSourceFile(file, { kind: 'opml' });
  if (!read.ok) return read;
  return done(
    read.value.rows.flatMap(({ text: name, details }) => {
      const metadata: { readonly xmlUrl?: unknown } = JSON.parse(details?.metadata ?? '{}');
      return typeof metadata.xmlUrl === 'string' ? [{ name, address: metadata.xmlUrl }] : [];
    }),
  );
}
