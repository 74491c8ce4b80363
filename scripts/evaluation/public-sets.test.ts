import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publicSetsFolder } from './public-sets.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianwen-sets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the folder of the public sets', () => {
  it('is the one that is named, else the one beside the project', () => {
    const root = join(folder, 'project');
    expect(publicSetsFolder(root)).toBeNull();
    mkdirSync(join(folder, 'shared/data'), { recursive: true });
    expect(publicSetsFolder(root)).toBe(join(folder, 'shared/data'));
    expect(publicSetsFolder(root, folder)).toBe(folder);
  });

  it('is asked for again where the named one is missing', () => {
    const missing = join(folder, 'missing');
    expect(() => publicSetsFolder(folder, missing)).toThrow(`There is no folder ${missing}.`);
  });
});
