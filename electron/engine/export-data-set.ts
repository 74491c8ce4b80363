import { done, type Result } from '#classifier/core/result.ts';
import { findHeadline } from '#classifier/store/headlines.ts';
import type { ExportChoice } from '#contract/export-channels.ts';
import type { ExportView } from '#contract/views.ts';
import type { Desk } from './handlers.ts';

/** Writes labels of the desk as a data set; of a list or view only those of its headlines. */
export async function exportDataSet(
  desk: Desk,
  path: string,
  { list, ...choice }: ExportChoice,
): Promise<Result<ExportView>> {
  const { writeDataSet } = await import('#classifier/desk/data-sets.ts');
  const digests = list === undefined ? done(undefined) : await digestsOf(desk, list);
  if (!digests.ok) return digests;
  const chosen = digests.value === undefined ? choice : { ...choice, digests: digests.value };
  const written = await writeDataSet(desk.workspace, path, chosen);
  if (!written.ok) return written;
  const { labels, files } = written.value;
  return done({ path: files[0] ?? path, labels });
}

async function digestsOf(
  { lists, workspace }: Desk,
  { feedId, ...query }: NonNullable<ExportChoice['list']>,
): Promise<Result<ReadonlySet<string>>> {
  const whole = {
    listId: null,
    from: 0,
    limit: Number.MAX_SAFE_INTEGER,
    keep: null,
    fold: false,
    unfolded: [],
  };
  const slice = await lists.ask('list', { feedId, query, ...whole });
  if (!slice.ok) return slice;
  const found = slice.value.ids.flatMap((id) => findHeadline(workspace.db, id) ?? []);
  return done(new Set(found.map(({ digest }) => digest)));
}
