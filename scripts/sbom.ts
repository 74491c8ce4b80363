import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findElectron } from './electron-runtime.mjs';
import { npmCommand } from './setup/npm-command.mjs';
import { runScript } from './setup/report.mjs';
import { sbomOf, withRuntime } from './setup/sbom-of.ts';

/** `npm run sbom`: writes what the lock file holds, and the Electron that is packaged, as a CycloneDX list to `release/sbom.cdx.json`. */
await runScript('sbom', async () => {
  const root = dirname(import.meta.dirname);
  const listed = sbomOf(root, npmCommand(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']));
  const runtime = findElectron(root);
  const sbom = runtime === null ? listed : withRuntime(listed, runtime.version);
  const file = join(root, 'release', 'sbom.cdx.json');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(sbom, null, 2)}\n`);
  console.error(`[sbom] ${sbom.components.length} packages in ${file}.`);
});
