import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { type RulePoints, withRulePoints } from '#classifier/rules/change-user-rules.ts';
import { USER_RULES_NAME } from '#classifier/rules/load-rules.ts';
import { DISK } from '#classifier/rules/rule-files.ts';

/** The text of a workspace's own rule file; null where it has none. */
export function readRuleText(dataFolder: string): Result<string | null> {
  const file = join(dataFolder, USER_RULES_NAME);
  return existsSync(file) ? DISK.text(file) : done(null);
}

/** What the file would say with one rule changed. */
export function changedRuleText(dataFolder: string, ruleId: string, points: RulePoints): Result<string> {
  const present = readRuleText(dataFolder);
  if (!present.ok) return present;
  return withRulePoints(present.value, join(dataFolder, USER_RULES_NAME), ruleId, points);
}

/** Puts a text in the place of the file, whole or not at all; null removes the file. */
export function writeRuleText(dataFolder: string, text: string | null): Result<void> {
  const file = join(dataFolder, USER_RULES_NAME);
  const made = `${file}.new`;
  try {
    if (text === null) rmSync(file, { force: true });
    else {
      const open = openSync(made, 'w');
      try {
        writeSync(open, text);
        fsyncSync(open);
      } finally {
        closeSync(open);
      }
      renameSync(made, file);
    }
    return done(undefined);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return failed(
      trouble(
        'file-unwritable',
        `规则文件写不进去（${message}），规则没有改`,
        `the rule file cannot be written (${message}); no rule was changed`,
        { file },
      ),
    );
  }
}
