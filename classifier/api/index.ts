import { type CompiledModel, compileModel } from '#classifier/core/compiled-model.ts';
import type { Reader } from '#classifier/core/reading.ts';
import type { Result } from '#classifier/core/result.ts';
import { assemble, compiledStarter } from '#classifier/desk/assemble.ts';
import { findResources } from '#classifier/desk/find-resources.ts';
import { createJudge, type Judge } from '#classifier/desk/judged.ts';
import { loadModelFile } from '#classifier/desk/model-exchange.ts';

/** The band of a headline: let pass, to be checked, doubtful. */
export type Band = 'pass' | 'check' | 'flag';

/** What each outcome costs the desk, in any one unit; it cuts the bands. */
export interface Costs {
  /** A doubtful headline that was let pass. */
  readonly miss: number;
  /** An ordinary headline that was flagged. */
  readonly falseAlarm: number;
  /** An editor's look at a headline in band `check`. */
  readonly look: number;
}

/** The answer on one headline: what `jianwen score` writes under `jianwen`. Probabilities have four places and are never 0 or 1. */
export interface Verdict {
  /** Probability that the wording lures or outrages beyond the fact. */
  readonly sensational: number;
  /** Probability that the claim itself is hard to believe. */
  readonly implausible: number;
  /** 1 - (1 - sensational)(1 - implausible). */
  readonly score: number;
  readonly band: Band;
  /** `rule:ID` and `word:词`, those of the axis that decides the band first; empty for band `pass` unless asked for. */
  readonly reasons: readonly string[];
  /** Name of the model, e.g. `workspace@12.3`. */
  readonly model: string;
  /** True where hardly anything of the headline is known to the model. */
  readonly insufficient?: true;
}

/** A model in memory. It never changes; what a desk learns later is in a later file. */
export interface JianwenModel {
  readonly name: string;
  readonly costs: Costs;
  /** Fingerprint of the key that signed the file; null for the model that comes with the program. */
  readonly fingerprint: string | null;
}

/** Which model to load. */
export interface LoadOptions {
  /** A file of `jianwen model export`; without it the model that comes with the program. */
  readonly file?: string;
  /** Fingerprint of the key that the file must be signed with. */
  readonly key?: string;
  /** Cuts the bands by these costs instead of the model's own. */
  readonly costs?: Costs;
}

/** How a headline is scored. */
export interface ScoreOptions {
  /** Give reasons for band `pass`, too. */
  readonly explain?: boolean;
}

/** What `loadModel` throws: a code for programs, and the sentence in both languages. */
export interface JianwenError extends Error {
  readonly name: 'JianwenError';
  /** For example `file-missing`, `model-damaged`, `model-other-version`, `model-other-key`. */
  readonly code: string;
  readonly sentence: { readonly zh: string; readonly en: string };
}

interface Ready {
  readonly judge: Judge;
  readonly judgeExplaining: Judge;
}

const READY = new WeakMap<JianwenModel, Ready>();

/**
 * Loads a model, in some tenths of a second; do it once.
 * @throws JianwenError where the file cannot be read, is damaged, or belongs to another version of Jianwen.
 */
export async function loadModel(options: LoadOptions | string = {}): Promise<JianwenModel> {
  const { file, key, costs } = typeof options === 'string' ? { file: options } : options;
  const { compiled, reader, fingerprint } = await load(file, key);
  if (costs !== undefined && !isCosts(costs)) throw new TypeError('costs must be three numbers above zero');
  const priced = { ...compiled, costs: costs ?? compiled.costs };
  const model: JianwenModel = Object.freeze({ name: priced.name, costs: { ...priced.costs }, fingerprint });
  READY.set(model, {
    judge: createJudge(priced, reader, false),
    judgeExplaining: createJudge(priced, reader, true),
  });
  return model;
}

/**
 * Scores one headline, in some hundredths of a millisecond. The same model and text always give the same answer.
 * @throws TypeError for anything but a loaded model and a string.
 */
export function score(model: JianwenModel, text: string, { explain = false }: ScoreOptions = {}): Verdict {
  const ready = READY.get(model);
  if (ready === undefined) throw new TypeError('score wants a model that loadModel gave');
  if (typeof text !== 'string') throw new TypeError('score wants a headline as a string');
  return (explain ? ready.judgeExplaining : ready.judge)(text);
}

async function load(
  file: string | undefined,
  key: string | undefined,
): Promise<{ compiled: CompiledModel; reader: Reader; fingerprint: string | null }> {
  const resources = findResources(import.meta.dirname);
  if (file === undefined) {
    const assembly = valueOf(await assemble(resources, ''));
    return { compiled: compiledStarter(assembly), reader: assembly.reader, fingerprint: null };
  }
  const { model, assembly, fingerprint } = valueOf(await loadModelFile(file, resources, key));
  return { compiled: compileModel(model), reader: assembly.reader, fingerprint };
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, sentence, place } = result.trouble;
  const message = place.file === undefined ? sentence.en : `${place.file}: ${sentence.en}`;
  throw Object.assign(new Error(message), { name: 'JianwenError', code, sentence });
}

function isCosts({ miss, falseAlarm, look }: Costs): boolean {
  return [miss, falseAlarm, look].every((cost) => Number.isFinite(cost) && cost > 0);
}
