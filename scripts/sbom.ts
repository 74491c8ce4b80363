import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npmCommand } from './setup/npm-command.mjs';
import { runScript } from './setup/report.mjs';
import { sbomOf } from './setup/sbom-of.ts';

/** `npm run sbom`: writes what the lock file holds as a CycloneDX list to `release/sbom.cdx.json`. */
await runScript('sbom', async () => {
  const root = dirname(import.meta.dirname);
  const sbom = sbomOf(root, npmCommand(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']));
  const file = join(root, 'release', 'sbom.cdx.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
  console.error(`[sbom] ${sbom.components.length} packages in ${file}.`);
});
