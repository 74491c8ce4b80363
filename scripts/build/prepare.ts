import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileModel } from '#classifier/core/compiled-model.ts';
import { condensedText } from '#classifier/core/condense.ts';
import { packCompiled, packModel } from '#classifier/core/packed-model.ts';
import { readingIdentity } from '#classifier/core/reading-identity.ts';
import { assemble, starterModel } from '#classifier/desk/assemble.ts';
import { PREPARED } from '#classifier/desk/prepared.ts';
import { packRules } from '#classifier/rules/packed-rules.ts';
import { readShippedRules } from '#classifier/rules/read-rules.ts';
import { packLexicon } from '#classifier/text/packed-lexicon.ts';

/**
 * Writes what a command would otherwise make each time it starts: the rules, the lexicon, the starter labels as plain JSON, and
 * the model that has learned them, whole and compiled.
 * @throws Error when a rule, a label or the dictionary is not as it should be.
 */
export async function prepare(root: string, folder: string): Promise<void> {
  const resources = { labels: join(root, 'labels'), rules: join(root, 'classifier/rules/packs') };
  const assembled = await assemble(resources, folder);
  if (!assembled.ok) throw new Error(assembled.trouble.sentence.en);
  const shipped = readShippedRules(resources.rules, condensedText);
  if (!shipped.ok) throw new Error(shipped.trouble.sentence.en);
  const { rules, starter, lexicon } = assembled.value;
  const reading = readingIdentity(rules);
  const model = starterModel(assembled.value);
  mkdirSync(folder, { recursive: true });
  const write = (name: keyof typeof PREPARED, data: string | Uint8Array): void =>
    writeFileSync(join(folder, PREPARED[name]), data);
  write('rules', packRules(shipped.value.shipped));
  write('lexicon', packLexicon(lexicon()));
  write('starterLabels', JSON.stringify(starter));
  write('starterModel', packModel(model, reading));
  write('starterCompiled', packCompiled(compileModel(model), reading));
}
