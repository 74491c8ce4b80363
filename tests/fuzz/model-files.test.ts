import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createModel, DEFAULT_SETTINGS, type Model } from '#classifier/core/model.ts';
import { packModel } from '#classifier/core/packed-model.ts';
import { type DeskKey, deskKey } from '#classifier/desk/desk-key.ts';
import { unpackModelFile } from '#classifier/desk/model-file.ts';
import { learnAll } from '../helpers/headlines.ts';
import { damage, damaged, RUNS, TIMEOUT } from './damage.ts';

const CODES = ['model-invalid', 'model-other-version', 'model-damaged'];
const CARD = {
  name: 'workspace@2.1',
  madeAt: '2026-01-02T03:04:05.000Z',
  program: '0.1.0',
  labels: 2,
  lexicon: 'j',
};

const folder = mkdtempSync(join(tmpdir(), 'jianwen-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const made = deskKey(folder);
if (!made.ok) throw new Error(made.trouble.sentence.en);
const key: DeskKey = made.value;

const MODEL = packModel(learned(), 'features@3');
const RULES = Buffer.from(JSON.stringify({ 'rules/shock.yaml': `rules: [] # ${'甲'.repeat(2000)}` }));

function learned(): Model {
  const model = createModel('workspace@2.1', DEFAULT_SETTINGS);
  learnAll(model, [
    ['村民发现恐龙', { sensational: true, implausible: true }],
    ['市政府发布新规', { sensational: false, implausible: false }],
  ]);
  return model;
}

/** A file whose signature is right, whatever is in it: anyone can sign with a key of their own. */
function signed(manifest: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const signature = {
    algorithm: 'ed25519',
    publicKey: key.publicKey,
    signature: key.sign(Buffer.from(manifest)),
  };
  const head = `JIANWEN-MODEL 1\n${manifest}\n${JSON.stringify(signature)}\n`;
  return Buffer.concat([Buffer.from(head), ...parts]);
}

function manifestOf(model: Uint8Array, rules: Uint8Array): string {
  return JSON.stringify({ ...CARD, parts: { model: described(model), rules: described(rules) } });
}

function described(bytes: Uint8Array) {
  return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A file is read whole or refused by name; it never throws and leaves nothing behind. */
function expectSane(bytes: Uint8Array): void {
  const read = unpackModelFile(bytes, '本台.jwmodel');
  if (read.ok) {
    expect(read.value.fingerprint).toMatch(/^([0-9a-f]{4}-){7}[0-9a-f]{4}$/);
    for (const name of Object.keys(read.value.rules)) expect(name).toMatch(/^(own|rules)\//);
  } else {
    expect(CODES).toContain(read.trouble.code);
    expect(read.trouble.sentence.zh).toContain('本台.jwmodel');
  }
  expect(({} as Record<string, unknown>).a).toBeUndefined();
}

describe('the reader of model files answers whatever it is given', () => {
  it('reads the seed', () => {
    expect(unpackModelFile(signed(manifestOf(MODEL, RULES), MODEL, RULES), 'x')).toMatchObject({
      ok: true,
      value: { card: CARD },
    });
  });

  it('damaged on the way', { timeout: TIMEOUT }, () => {
    const seed = signed(manifestOf(MODEL, RULES), MODEL, RULES);
    const parts = Buffer.concat([MODEL, RULES]);
    const property = fc.property(damage, (steps) => {
      const bytes = damaged(seed, steps);
      expectSane(bytes);
      // Base64 has spellings that mean the same signature; the rest of what is read is the very same.
      const isRead = unpackModelFile(bytes, '本台.jwmodel').ok;
      expect(isRead && !parts.equals(bytes.subarray(-parts.length))).toBe(false);
    });
    fc.assert(property, { numRuns: RUNS });
  });

  it('damaged before it was signed', { timeout: TIMEOUT }, () => {
    const property = fc.property(fc.option(damage), fc.option(damage), (inModel, inRules) => {
      const model = inModel === null ? MODEL : damaged(MODEL, inModel);
      const rules = inRules === null ? RULES : damaged(RULES, inRules);
      expectSane(signed(manifestOf(model, rules), model, rules));
    });
    fc.assert(property, { numRuns: RUNS });
  });

  it('with any manifest that is signed', { timeout: TIMEOUT }, () => {
    const parts = { model: described(MODEL), rules: described(RULES) };
    const wrong = fc.record({
      ...{ name: fc.anything(), madeAt: fc.anything(), program: fc.anything(), labels: fc.anything() },
      ...{ lexicon: fc.anything(), __proto__: fc.anything() },
      parts: fc.oneof(
        fc.constant(parts),
        fc.constant({ ...parts, rules: { bytes: 2 ** 40, sha256: 'x'.repeat(64) } }),
        fc.anything(),
      ),
    });
    const manifest = fc.oneof(
      fc.json(),
      wrong.map(
        (one) => JSON.stringify(one, (_, value) => (typeof value === 'bigint' ? String(value) : value)) ?? '',
      ),
    );
    const property = fc.property(manifest, (text) =>
      expectSane(signed(text.replaceAll('\n', ' '), MODEL, RULES)),
    );
    fc.assert(property, { numRuns: RUNS });
  });
});
