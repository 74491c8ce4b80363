import { setImmediate } from 'node:timers/promises';
import { type Headline, headlineFinder } from '#classifier/store/headlines.ts';
import type { Workspace } from '#classifier/store/workspace.ts';
import type { HeadlineView } from '#contract/views.ts';
import { blindly, isKept } from './blind.ts';
import { headlineView, headlineViews } from './headline-view.ts';

/** The rows of headlines as the present editor may see them, each once; those that are gone are left out. */
export function rowsOf(workspace: Workspace, ids: readonly number[]): HeadlineView[] {
  const { db } = workspace;
  const headlines = [...new Set(ids)].map(headlineFinder(db)).filter((one) => one !== undefined);
  const open = headlineViews(
    workspace,
    headlines.filter(({ digest }) => !isKept(db, digest)),
  );
  return headlines.map((headline) => open.get(headline.id) ?? blindRow(workspace, headline));
}

/** Rows that are read at a time where nobody waits for all of them at once: some milliseconds of work. */
export const ROWS_AT_ONCE = 10;

/**
 * The same for many rows, with chances in between to answer others: a label that is given meanwhile is saved first, and
 * the rows after it are as new as it is.
 */
export async function rowsInTurns(workspace: Workspace, ids: readonly number[]): Promise<HeadlineView[]> {
  const once = [...new Set(ids)];
  const rows: HeadlineView[] = [];
  for (let at = 0; at < once.length; at += ROWS_AT_ONCE) {
    if (at > 0) await setImmediate();
    rows.push(...rowsOf(workspace, once.slice(at, at + ROWS_AT_ONCE)));
  }
  return rows;
}

function blindRow(workspace: Workspace, headline: Headline): HeadlineView {
  return blindly(workspace, headline.digest, () => headlineView(workspace, headline));
}
