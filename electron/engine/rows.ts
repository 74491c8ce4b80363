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

function blindRow(workspace: Workspace, headline: Headline): HeadlineView {
  return blindly(workspace, headline.digest, () => headlineView(workspace, headline));
}
