import { sameLabel } from '#classifier/core/axis.ts';
import type { HeadlineView } from '#contract/views.ts';

/** What an editor said of headlines of a story: whether they are decided together with the row that stands for it. */
export type Exceptions = ReadonlyMap<number, boolean>;

/**
 * Whether a headline is decided together with the first of its story: as the editor said, or else where both have the
 * same label or none, so that what was decided apart stays as it is.
 */
export function isTogether(head: HeadlineView, member: HeadlineView, exceptions: Exceptions): boolean {
  if (member.id === head.id) return true;
  const said = exceptions.get(member.id);
  if (said !== undefined) return said;
  if (head.label === null || member.label === null) return head.label === member.label;
  return sameLabel(head.label, member.label);
}
