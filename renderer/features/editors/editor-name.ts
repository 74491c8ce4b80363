import type { Speech } from '../../strings/use-say.ts';

/** An editor's name; that of the desk as a whole for an empty one. */
export function nameOf(annotator: string, { say }: Pick<Speech, 'say'>): string {
  return annotator === '' ? say('editor.desk') : annotator;
}
