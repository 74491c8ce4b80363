import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { npmCommand } from './npm-command.mjs';
import { sbomOf, withRuntime } from './sbom-of.ts';

const root = dirname(dirname(import.meta.dirname));

describe('the list of what is in it', () => {
  const sbom = sbomOf(root, npmCommand(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']));

  it('has every dependency in its pinned version', () => {
    const listed = new Set(sbom.components.map(({ purl }) => decodeURIComponent(purl)));
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const pinned = Object.entries({ ...dependencies, ...devDependencies }) as [string, string][];
    expect(pinned.filter(([name, version]) => !listed.has(`pkg:npm/${name}@${version}`))).toEqual([]);
  });

  it('names each part once, and depends on no part that it does not name', () => {
    const refs = withRuntime(sbom, '33.2.1').components.map((part) => part['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(refs).toContain('pkg:github/electron/electron@v33.2.1');
    const known = new Set([...refs, ...sbom.dependencies.map(({ ref }) => ref)]);
    expect(
      sbom.dependencies.flatMap(({ dependsOn = [] }) => dependsOn).filter((ref) => !known.has(ref)),
    ).toEqual([]);
  });
});
