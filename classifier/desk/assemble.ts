import { join } from 'node:path';
import { calibrateModel } from '#classifier/core/calibrate-model.ts';
import { createGramBuffer } from '#classifier/core/grams.ts';
import type { Learned } from '#classifier/core/leave-one-out.ts';
import { createModel, learn, type Model } from '#classifier/core/model.ts';
import { normalisedText } from '#classifier/core/normalise.ts';
import type { Reader } from '#classifier/core/reading.ts';
import { readingIdentity } from '#classifier/core/reading-identity.ts';
import { done, failed, type Result } from '#classifier/core/result.ts';
import type { Rule } from '#classifier/core/rule.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import { createClassFinder } from '#classifier/core/word-classes.ts';
import { readLabelLines } from '#classifier/interchange/label-lines.ts';
import { readTextFile } from '#classifier/interchange/read-text-file.ts';
import { readRules } from '#classifier/rules/read-rules.ts';
import { readWordClasses } from '#classifier/rules/read-word-classes.ts';
import { sha256 } from '#classifier/store/digest.ts';
import { exampleFor, LABEL_WEIGHT, type StarterLabel } from '#classifier/store/workspace.ts';
import { stemLatin } from '#classifier/text/english.ts';

/** Folders with what the program ships: starter labels and rule packs. */
export interface Resources {
  readonly labels: string;
  readonly rules: string;
}

/** The reader, rules and starter labels that scoring and workspaces share. */
export interface Assembly {
  readonly reader: Reader;
  readonly rules: readonly Rule[];
  readonly starter: readonly StarterLabel[];
  /** Rules that were switched off, each with its place. */
  readonly troubles: readonly Trouble[];
}

/** The sample list and the set written for this project; where a headline stands in both, the first label holds. */
const STARTER_FILES = ['zigong.jsonl', 'starter.jsonl'];

/**
 * Reads the rules, word classes and starter labels of the program, and over them the rules of the workspace in a data
 * folder. Fails where a file of the program is missing or a label line is bad; a workspace's broken rule is only a
 * trouble.
 */
export async function assemble(resources: Resources, dataFolder: string): Promise<Result<Assembly>> {
  const set = readRules(resources.rules, dataFolder, normalisedText);
  if (!set.ok) return set;
  const classes = readWordClasses(resources.rules, normalisedText);
  if (!classes.ok) return classes;
  const starter: StarterLabel[] = [];
  for (const name of STARTER_FILES) {
    const labels = await readStarter(join(resources.labels, name));
    if (!labels.ok) return labels;
    starter.push(...labels.value);
  }
  return done({
    reader: {
      matchRules: set.value.match,
      stemLatin,
      findClasses: createClassFinder(classes.value),
      buffer: createGramBuffer(),
    },
    rules: set.value.rules,
    starter,
    troubles: set.value.troubles,
  });
}

/** The model that has learned the starter labels alone; its name tells them and the reading apart from others. */
export function starterModel({ reader, rules, starter }: Assembly): Model {
  const identity = sha256(`${readingIdentity(rules)}\n${JSON.stringify(starter)}`).slice(0, 8);
  const model = createModel(`starter@${starter.length}.${identity}`);
  const learned: Learned[] = starter.map(({ text, label }) => ({
    example: exampleFor(reader, text),
    label,
    weight: LABEL_WEIGHT.starter,
  }));
  for (const { example, label, weight } of learned) learn(model, example, label, weight);
  const { settings } = calibrateModel(model, learned, new Map(rules.map((rule) => [rule.id, rule])));
  return { ...model, settings };
}

async function readStarter(file: string): Promise<Result<StarterLabel[]>> {
  const text = await readTextFile(file);
  if (!text.ok) return text;
  const { records, troubles } = readLabelLines(text.value.text, file);
  const [problem] = troubles;
  if (problem) return failed(problem);
  return done(
    records.map(({ record }) => ({
      text: record.text,
      label: { sensational: record.sensational, implausible: record.implausible },
      note: record.note ?? null,
      topic: textOrNull(record.rest.topic),
      difficulty: textOrNull(record.rest.difficulty),
    })),
  );
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
