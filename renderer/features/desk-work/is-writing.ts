import { isField } from '../keys/field.ts';

/** True while a field about the selected headline has the focus: another headline would leave half of a note behind. */
export function isWritingAboutHeadline(): boolean {
  const { activeElement } = document;
  return isField(activeElement) && activeElement?.closest('.work') !== null;
}
