import { done, failed, type Result } from '#classifier/core/result.ts';
import type { Normaliser } from './compile-pattern.ts';
import { loadUserRules, type UserRules } from './load-user-rules.ts';
import { DISK } from './rule-files.ts';

/** Reads a workspace's own rule file. Fails where it cannot be read as such a file at all. */
export function readUserRules(file: string, normalise: Normaliser, files = DISK): Result<UserRules> {
  const text = files.text(file);
  if (!text.ok) return failed(text.trouble);
  const loaded = loadUserRules(text.value, file, normalise);
  return loaded.ok ? done(loaded.value) : loaded;
}
