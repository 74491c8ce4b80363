import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import type { WordClass } from '#classifier/core/word-classes.ts';
import { checkShape } from './check-shape.ts';
import type { Normaliser } from './compile-pattern.ts';
import { parseChecked } from './parse-checked.ts';
import { text } from './rule-schema.ts';

/** Folder of the word classes, in the folder of the packs. */
const WORD_CLASSES = 'classes';

const schema = z.strictObject({
  classes: z.array(z.strictObject({ id: text, zh: text, en: text, words: z.array(text).min(1) })).min(1),
});

/**
 * Reads the word classes beside the packs of a folder, file by file in the order of their names; no folder of classes,
 * no classes. Their places in the list are part of what a model has learned. Fails at the first fault.
 */
export function readWordClasses(packs: string, normalise: Normaliser): Result<readonly WordClass[]> {
  const folder = join(packs, WORD_CLASSES);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  const classes: WordClass[] = [];
  for (const name of names.sort()) {
    const loaded = readFile(join(folder, name), normalise);
    if (!loaded.ok) return loaded;
    classes.push(...loaded.value);
  }
  return done(classes);
}

function readFile(file: string, normalise: Normaliser): Result<readonly WordClass[]> {
  let written: string;
  try {
    written = readFileSync(file, 'utf8');
  } catch {
    return failed(
      trouble('file-unreadable', '词类文件读不出来', 'the word classes cannot be read', { file }),
    );
  }
  const parsed = parseChecked(written, file, (data) => checkShape(schema, data, []));
  if (!parsed.ok) return parsed;
  return done(
    parsed.value.value.classes.map(({ id, zh, en, words }) => ({
      id,
      name: { zh, en },
      words: words.map(normalise).filter((word) => word !== ''),
    })),
  );
}
