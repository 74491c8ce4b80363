import { isMap, isSeq, parseDocument } from 'yaml';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { parseYaml } from './parse-yaml.ts';

/** What a workspace makes of a shipped rule: other points, null for switched off, undefined for as it ships. */
export type RulePoints = number | null | undefined;

/**
 * The text of a rule file in which one shipped rule is switched off, has other points or is as it ships; all else in it,
 * comments too, stays as it is. Fails where the file is broken, or has a rule of its own by that name.
 */
export function withRulePoints(
  source: string | null,
  file: string,
  id: string,
  points: RulePoints,
): Result<string> {
  const text = source ?? 'rules: []\n';
  const parsed = parseYaml(text, file);
  if (!parsed.ok) return parsed;
  const document = parseDocument(text, { uniqueKeys: false });
  if (document.contents === null) document.contents = document.createNode({ rules: [] }) as never;
  if (!isSeq(document.get('rules'))) {
    if (document.get('rules') != null || !isMap(document.contents)) return failed(noRuleList(file));
    document.set('rules', document.createNode([]));
  }
  const rules = document.get('rules');
  if (!isSeq(rules)) return failed(noRuleList(file));
  const isOf = (item: unknown) => isMap(item) && item.get('id') === id;
  const isChange = (item: unknown) =>
    isMap(item) && item.items.length === 2 && (item.has('off') || item.has('points'));
  if (rules.items.some((item) => isOf(item) && !isChange(item))) return failed(ownRule(id, file));
  rules.items = rules.items.filter((item) => !isOf(item));
  if (points !== undefined) {
    const change = document.createNode(points === null ? { id, off: true } : { id, points });
    if (isMap(change)) change.flow = true;
    rules.flow = false;
    rules.items.push(change);
  }
  return done(document.toString());
}

function noRuleList(file: string) {
  return trouble('rules-invalid', '规则文件里没有 rules 列表', 'the rule file has no list of rules', {
    file,
  });
}

function ownRule(id: string, file: string) {
  return trouble(
    'rules-invalid',
    `规则 ${id} 是本工作区自己写的，请在文件里改`,
    `rule ${id} is the workspace’s own; change it in the file`,
    { file },
  );
}
