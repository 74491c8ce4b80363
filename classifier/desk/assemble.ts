import { join } from 'node:path';
import { calibrateModel } from '#classifier/core/calibrate-model.ts';
import { type CompiledModel, compileModel } from '#classifier/core/compiled-model.ts';
import type { Learned } from '#classifier/core/leave-one-out.ts';
import { createModel, learn, type Model } from '#classifier/core/model.ts';
import { nearCopyGroups } from '#classifier/core/near-copy-groups.ts';
import { createReader, type Reader } from '#classifier/core/reading.ts';
import { readingIdentity } from '#classifier/core/reading-identity.ts';
import { done, type Result } from '#classifier/core/result.ts';
import type { Rule } from '#classifier/core/rule.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import type { RuleSet } from '#classifier/rules/lay-rules.ts';
import { loadRules, USER_RULES_NAME } from '#classifier/rules/load-rules.ts';
import {
  CLASSES_FOLDER,
  DISK,
  filesOf,
  RANGES_FOLDER,
  type RuleTexts,
  textsOf,
} from '#classifier/rules/rule-files.ts';
import { sha256 } from '#classifier/store/digest.ts';
import { exampleFor, LABEL_WEIGHT, type StarterLabel } from '#classifier/store/workspace.ts';
import { stemLatin } from '#classifier/text/english.ts';
import { jiebaLexicon } from '#classifier/text/jieba-dictionary.ts';
import { lazyCutter } from '#classifier/text/lazy-cutter.ts';
import type { Lexicon } from '#classifier/text/lexicon.ts';
import { type Prepared, preparedIn } from './prepared.ts';

/** Folders with what the program ships: starter labels and rule packs. What the build prepared stands in `prepared` beside the labels. */
export interface Resources {
  readonly labels: string;
  readonly rules: string;
}

/** The reader, rules and starter labels that scoring and workspaces share. */
export interface Assembly {
  readonly reader: Reader;
  readonly rules: readonly Rule[];
  /** Read when first asked for. */
  readonly starter: readonly StarterLabel[];
  /** The words of the language; read or made when first asked for. */
  readonly lexicon: () => Lexicon;
  readonly prepared: Prepared;
  /** Shipped rules that the workspace has switched off or weighs otherwise. */
  readonly changed: RuleSet['changed'];
  /** Rules that were switched off, each with its place. */
  readonly troubles: readonly Trouble[];
}

/** The sample list and the set written for this project; where a headline stands in both, the first label holds. */
const STARTER_FILES = ['zigong.jsonl', 'starter.jsonl'];
const PREPARED_FOLDER = 'prepared';

/**
 * Reads the rules, word classes and starter labels of the program, and over them the rules of the workspace in a data
 * folder. Fails where a file of the program is missing or a label line is bad; a workspace's broken rule is only a
 * trouble. Rules that a model file carries take the place of both.
 */
export async function assemble(
  resources: Resources,
  dataFolder: string,
  carried: RuleTexts | null = null,
): Promise<Result<Assembly>> {
  const prepared = preparedIn(join(resources.labels, '..', PREPARED_FOLDER));
  const set =
    carried === null
      ? await loadRules(prepared.rules(), resources.rules, dataFolder)
      : await loadCarried(carried, resources, prepared);
  if (!set.ok) return set;
  const starter = await readStarter(resources, prepared);
  if (!starter.ok) return starter;
  const lexicon = once(() => prepared.lexicon() ?? jiebaLexicon());
  const labels = once(starter.value);
  return done({
    reader: createReader(set.value.signs, stemLatin, lazyCutter(lexicon)),
    rules: set.value.rules,
    get starter() {
      return labels();
    },
    lexicon,
    prepared,
    changed: set.value.changed,
    troubles: set.value.troubles,
  });
}

/** All texts that the rules of a workspace are made of. */
export function ruleTextsOf({ rules }: Resources, dataFolder: string): RuleTexts {
  return { ...shippedTexts(rules), ...ownTexts(dataFolder) };
}

/** The same as {@link assemble} if the workspace's own rule file had another text. */
export function assembleAs(
  resources: Resources,
  dataFolder: string,
  ownText: string,
): Promise<Result<Assembly>> {
  const texts = { ...shippedTexts(resources.rules), [`${OWN}/${USER_RULES_NAME}`]: ownText };
  return assemble(resources, dataFolder, texts);
}

const SHIPPED = 'rules';
const OWN = 'own';

function shippedTexts(rules: string): RuleTexts {
  const below = (folder: string): readonly [string, string] => [`${SHIPPED}/${folder}`, join(rules, folder)];
  return textsOf({
    [SHIPPED]: rules,
    ...Object.fromEntries([RANGES_FOLDER, CLASSES_FOLDER].map(below)),
  });
}

function ownTexts(dataFolder: string): RuleTexts {
  const text = DISK.text(join(dataFolder, USER_RULES_NAME));
  return text.ok ? { [`${OWN}/${USER_RULES_NAME}`]: text.value } : {};
}

/** Rules that are those of this program need not be parsed. */
function loadCarried(texts: RuleTexts, { rules }: Resources, prepared: Prepared): Promise<Result<RuleSet>> {
  const own = shippedTexts(rules);
  const shipped = Object.entries(texts).filter(([path]) => !path.startsWith(`${OWN}/`));
  const isOwn =
    shipped.length === Object.keys(own).length && shipped.every(([path, text]) => own[path] === text);
  return loadRules(isOwn ? prepared.rules() : null, SHIPPED, OWN, filesOf(texts));
}

/** The model that has learned the starter labels alone; its name tells them and the reading apart from others. */
export function starterModel(assembly: Assembly): Model {
  const { reader, rules, prepared } = assembly;
  const reading = readingIdentity(rules);
  const ready = prepared.starterModel(reading);
  if (ready !== null) return ready;
  const { starter } = assembly;
  const identity = sha256(`${reading}\n${JSON.stringify(starter)}`).slice(0, 8);
  const model = createModel(`starter@${starter.length}.${identity}`);
  const groups = nearCopyGroups(starter.map(({ text }) => text));
  const learned: Learned[] = starter.map(({ text, label }, at) => ({
    example: exampleFor(reader, text),
    label,
    weight: LABEL_WEIGHT.starter,
    group: groups[at] as number,
  }));
  for (const { example, label, weight } of learned) learn(model, example, label, weight);
  const { settings } = calibrateModel(model, learned, new Map(rules.map((rule) => [rule.id, rule])));
  return { ...model, settings };
}

/** The same model, ready to score. */
export function compiledStarter(assembly: Assembly): CompiledModel {
  const ready = assembly.prepared.starterCompiled(readingIdentity(assembly.rules));
  return ready ?? compileModel(starterModel(assembly));
}

async function readStarter(
  { labels }: Resources,
  prepared: Prepared,
): Promise<Result<() => readonly StarterLabel[]>> {
  const ready = prepared.starterLabels();
  if (ready !== null) return done(ready);
  const { readStarterLabels } = await import('./starter-labels.ts');
  const starter: StarterLabel[] = [];
  for (const name of STARTER_FILES) {
    const read = await readStarterLabels(join(labels, name));
    if (!read.ok) return read;
    starter.push(...read.value);
  }
  return done(() => starter);
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
