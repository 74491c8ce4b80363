import { expect, it } from 'vitest';
import { withRulePoints } from './change-user-rules.ts';

const text = (source: string | null, id: string, points: number | null | undefined) => {
  const changed = withRulePoints(source, 'rules.yaml', id, points);
  return changed.ok ? changed.value : changed.trouble.code;
};

it('switches rules off, weighs them otherwise and gives them back', () => {
  const off = text(null, 'shock-stunned', null);
  expect(off).toBe('rules:\n  - { id: shock-stunned, off: true }\n');
  const both = text(off, 'quantity-human-age', 1.5);
  expect(both).toContain('- { id: quantity-human-age, points: 1.5 }');
  const weighed = text(both, 'shock-stunned', -0.5);
  expect(weighed).toContain('- { id: shock-stunned, points: -0.5 }');
  expect(weighed).not.toContain('off');
  expect(text(text(weighed, 'shock-stunned', undefined), 'quantity-human-age', undefined)).toBe(
    'rules: []\n',
  );
});

it('leaves comments and the workspace’s own rules as they are', () => {
  const own = `# 本报的规则
rules:
  - id: our-rule # 去年的事
    version: 1
    points: 2
`;
  const changed = text(own, 'shock-stunned', null);
  expect(changed).toContain('# 本报的规则');
  expect(changed).toContain('- id: our-rule # 去年的事');
  expect(text(changed, 'shock-stunned', undefined)).toBe(own);
  expect(text(own, 'our-rule', null)).toBe('rules-invalid');
});

it('changes nothing in a file that is broken', () => {
  expect(text('rules: [', 'shock-stunned', null)).toBe('rules-invalid');
  expect(text('rules: 5', 'shock-stunned', null)).toBe('rules-invalid');
  expect(text('- a', 'shock-stunned', null)).toBe('rules-invalid');
  expect(text('', 'shock-stunned', null)).toContain('off: true');
  expect(text('rules:\n', 'shock-stunned', null)).toContain('off: true');
});
