import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { npmCommand } from './npm-command.mjs';
import { sbomOf } from './sbom-of.ts';

const root = dirname(dirname(import.meta.dirname));

describe('the list of what is in it', () => {
  it('has every dependency in its pinned version', { timeout: 60_000 }, () => {
    const sbom = sbomOf(root, npmCommand(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']));
    const listed = new Set(sbom.components.map(({ purl }) => decodeURIComponent(purl)));
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const pinned = Object.entries({ ...dependencies, ...devDependencies }) as [string, string][];
    expect(pinned.filter(([name, version]) => !listed.has(`pkg:npm/${name}@${version}`))).toEqual([]);
  });
});
