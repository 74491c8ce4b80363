import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledModel } from '#classifier/core/compiled-model.ts';
import type { Model } from '#classifier/core/model.ts';
import { unpackCompiled, unpackModel } from '#classifier/core/packed-model.ts';
import type { ShippedRules } from '#classifier/rules/lay-rules.ts';
import { unpackRules } from '#classifier/rules/packed-rules.ts';
import type { StarterLabel } from '#classifier/store/workspace.ts';
import type { Lexicon } from '#classifier/text/lexicon.ts';
import { unpackLexicon } from '#classifier/text/packed-lexicon.ts';

/** Files that the build makes, so that a command need not make them when it starts. */
export const PREPARED = {
  lexicon: 'lexicon.bin',
  rules: 'rules.bin',
  starterLabels: 'starter.json',
  starterModel: 'starter.model',
  starterCompiled: 'starter.compiled',
} as const;

/** What the build prepared, in a folder; each part is read when it is asked for, and is null where it is not usable. */
export interface Prepared {
  readonly lexicon: () => Lexicon | null;
  readonly rules: () => ShippedRules | null;
  /** Only whether they are there is looked at at once: who only scores does not need them. */
  readonly starterLabels: () => (() => readonly StarterLabel[]) | null;
  /** The starter model, where it was counted with this reading. */
  readonly starterModel: (reading: string) => Model | null;
  readonly starterCompiled: (reading: string) => CompiledModel | null;
}

/** What is prepared in a folder; where there is no such folder, nothing. */
export function preparedIn(folder: string): Prepared {
  return {
    lexicon() {
      const bytes = sharedBytes(join(folder, PREPARED.lexicon));
      return bytes && unpackLexicon(bytes, true);
    },
    rules() {
      const bytes = sharedBytes(join(folder, PREPARED.rules));
      return bytes && unpackRules(bytes);
    },
    starterLabels() {
      const file = join(folder, PREPARED.starterLabels);
      return existsSync(file) ? () => JSON.parse(readFileSync(file, 'utf8')) : null;
    },
    starterModel(reading) {
      const bytes = sharedBytes(join(folder, PREPARED.starterModel));
      const unpacked = bytes && unpackModel(bytes);
      return unpacked?.ok && unpacked.reading === reading ? unpacked.model : null;
    },
    starterCompiled(reading) {
      const bytes = sharedBytes(join(folder, PREPARED.starterCompiled));
      const unpacked = bytes && unpackCompiled(bytes, true);
      return unpacked?.ok && unpacked.reading === reading ? unpacked.model : null;
    },
  };
}

/** A file in memory that threads can share; null where it cannot be read. */
function sharedBytes(file: string): Uint8Array | null {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    const bytes = new Uint8Array(new SharedArrayBuffer(fstatSync(descriptor).size));
    let read = 0;
    while (read < bytes.length) {
      const more = readSync(descriptor, bytes, read, bytes.length - read, null);
      if (more === 0) return null;
      read += more;
    }
    return bytes;
  } catch {
    return null;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
