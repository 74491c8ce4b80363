import { join } from 'node:path';
import { z } from 'zod';
import { done, type Result } from '#classifier/core/result.ts';
import type { WordClass } from '#classifier/core/word-classes.ts';
import { checkShape } from './check-shape.ts';
import type { Normaliser } from './compile-pattern.ts';
import { parseChecked } from './parse-checked.ts';
import { CLASSES_FOLDER, DISK, type RuleFiles } from './rule-files.ts';
import { text } from './rule-schema.ts';

const schema = z.strictObject({
  classes: z.array(z.strictObject({ id: text, zh: text, en: text, words: z.array(text).min(1) })).min(1),
});

/**
 * Reads the word classes beside the packs of a folder, file by file in the order of their names; no folder of classes,
 * no classes. Their places in the list are part of what a model has learned. Fails at the first fault.
 */
export function readWordClasses(
  packs: string,
  normalise: Normaliser,
  files = DISK,
): Result<readonly WordClass[]> {
  const folder = join(packs, CLASSES_FOLDER);
  const classes: WordClass[] = [];
  for (const name of files.names(folder) ?? []) {
    const loaded = readFile(join(folder, name), normalise, files);
    if (!loaded.ok) return loaded;
    classes.push(...loaded.value);
  }
  return done(classes);
}

function readFile(file: string, normalise: Normaliser, files: RuleFiles): Result<readonly WordClass[]> {
  const written = files.text(file);
  if (!written.ok) return written;
  const parsed = parseChecked(written.value, file, (data) => checkShape(schema, data, []));
  if (!parsed.ok) return parsed;
  return done(
    parsed.value.value.classes.map(({ id, zh, en, words }) => ({
      id,
      name: { zh, en },
      words: words.map(normalise).filter((word) => word !== ''),
    })),
  );
}
