import { z } from 'zod';
import type { Sentence } from '#classifier/core/trouble.ts';
import type { Checked, YamlPath } from './fault.ts';

const zhError = z.locales.zhCN().localeError;
const enError = z.locales.en().localeError;

/** Checks data against a schema; faults name the path below `at` in both languages. */
export function checkShape<T>(schema: z.ZodType<T>, data: unknown, at: YamlPath): Checked<T> {
  const english = schema.safeParse(data, { error: enError });
  if (english.success) return { ok: true, value: english.data };
  const chinese = schema.safeParse(data, { error: zhError });
  const faults = english.error.issues.map((issue, index) => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    const inChinese = chinese.error?.issues[index]?.message ?? issue.message;
    return {
      path: [...at, ...path],
      sentence: named(path, ownWords(issue) ?? { zh: inChinese, en: issue.message }),
    };
  });
  return { ok: false, faults };
}

function ownWords(issue: z.core.$ZodIssue): Sentence | null {
  if (issue.code !== 'custom') return null;
  const { zh, en } = issue.params ?? {};
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : null;
}

function named(path: YamlPath, { zh, en }: Sentence): Sentence {
  return path.length === 0 ? { zh, en } : { zh: `${path.join('.')}：${zh}`, en: `${path.join('.')}: ${en}` };
}
