import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type TroubleCode, trouble } from '#classifier/core/trouble.ts';

/** Where rule files are read from: a disk, or texts that a model file carries. */
export interface RuleFiles {
  /** Names of the YAML files of a folder, sorted; null where there is no such folder. */
  names(folder: string): readonly string[] | null;
  /** The text of a file, UTF-8 of at most {@link MAX_PACK_BYTES}. */
  text(file: string): Result<string>;
}

/** Texts by their paths, with `/` between folders. */
export type RuleTexts = Readonly<Record<string, string>>;

/** The largest rule file that is read, in bytes. */
export const MAX_PACK_BYTES = 1_000_000;

/** Folders of ranges and of word classes, in the folder of the packs. */
export const RANGES_FOLDER = 'quantities';
export const CLASSES_FOLDER = 'classes';

/** The pack of a workspace's own rules. */
export const USER_PACK = 'user';

const YAML = /\.ya?ml$/;

/** The rule files of the file system. */
export const DISK: RuleFiles = {
  names(folder) {
    try {
      return readdirSync(folder)
        .filter((name) => YAML.test(name))
        .sort();
    } catch {
      return null;
    }
  },
  text(file) {
    try {
      if (statSync(file).size > MAX_PACK_BYTES) {
        return refused('file-too-large', '规则文件超过 1 MB', 'the rule file is larger than 1 MB', file);
      }
      return done(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)));
    } catch (problem) {
      if (problem instanceof TypeError) {
        return refused('file-not-utf8', '规则文件不是 UTF-8', 'the rule file is not UTF-8', file);
      }
      return refused('file-unreadable', '规则文件读不出来', 'the rule file cannot be read', file);
    }
  },
};

/** Rule files that are texts in memory. */
export function filesOf(texts: RuleTexts): RuleFiles {
  return {
    names(folder) {
      const inside = Object.keys(texts).filter((path) => posix.dirname(path) === folder && YAML.test(path));
      return inside.length === 0 ? null : inside.map((path) => posix.basename(path)).sort();
    },
    text(file) {
      const text = Object.hasOwn(texts, file) ? texts[file] : undefined;
      if (text !== undefined) return done(text);
      return refused('file-unreadable', '规则文件读不出来', 'the rule file cannot be read', file);
    },
  };
}

/** All rule files of some folders, each folder under a name of its own; what cannot be read is left out. */
export function textsOf(folders: Readonly<Record<string, string>>): RuleTexts {
  const texts: Record<string, string> = {};
  for (const [name, folder] of Object.entries(folders)) {
    for (const file of DISK.names(folder) ?? []) {
      const text = DISK.text(join(folder, file));
      if (text.ok) texts[posix.join(name, file)] = text.value;
    }
  }
  return texts;
}

function refused(code: TroubleCode, zh: string, en: string, file: string): Result<never> {
  return failed(trouble(code, zh, en, { file }));
}
