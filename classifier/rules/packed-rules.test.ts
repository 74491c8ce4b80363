import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { condensedText } from '#classifier/core/condense.ts';
import { isOwnSyntax } from '#classifier/core/patterns/text-pattern.ts';
import { createKeyBuffer } from '#classifier/core/word-classes.ts';
import { layRules, type ShippedRules } from './lay-rules.ts';
import { packRules, unpackRules } from './packed-rules.ts';
import { readShippedRules } from './read-rules.ts';

const read = readShippedRules(join(import.meta.dirname, 'packs'), condensedText);
if (!read.ok) throw new Error(read.trouble.sentence.en);
const { shipped } = read.value;
const bytes = packRules(shipped);

const HEADLINES = readFileSync(join(import.meta.dirname, '../../labels/starter.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => condensedText(JSON.parse(line).text));

function told(rules: ShippedRules) {
  const { signs } = layRules(rules, null);
  const keys = createKeyBuffer();
  return HEADLINES.map((text) => {
    const hits = signs.find(text, keys);
    const classes = [...keys.keys.subarray(0, keys.size)];
    return {
      classes,
      hits: hits.map((hit) => ({ rule: hit.rule, spans: hit.spansIn(text), detail: hit.detail?.('') })),
    };
  });
}

describe('packed rules', () => {
  it('say of every starter headline what the packs say', () => {
    const kept = unpackRules(bytes);
    if (kept === null) throw new Error('not unpacked');
    expect(layRules(kept, null).rules).toEqual(layRules(shipped, null).rules);
    expect(told(kept)).toEqual(told(shipped));
  });

  it('are not taken from other or damaged bytes', () => {
    expect(unpackRules(new Uint8Array(64))).toBeNull();
    expect(unpackRules(bytes.slice(0, 64))).toBeNull();
  });

  it('need no other engine for their patterns', () => {
    for (const { rule, condition } of shipped.rules) {
      if (condition.kind === 'pattern')
        expect([rule.id, isOwnSyntax(condition.source)]).toEqual([rule.id, true]);
    }
  });
});
