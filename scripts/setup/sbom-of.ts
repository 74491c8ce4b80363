import { execFileSync } from 'node:child_process';

/** The parts of a CycloneDX list that are looked at here. */
export interface Sbom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

interface Component {
  readonly 'bom-ref': string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
}

/**
 * What npm says of a project's lock file, in CycloneDX.
 * @throws Error when npm fails or says something else.
 */
export function sbomOf(
  root: string,
  { command, args }: { readonly command: string; readonly args: readonly string[] },
): Sbom {
  const said = execFileSync(command, [...args], { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 });
  const sbom = JSON.parse(said) as Sbom;
  if (sbom.bomFormat !== 'CycloneDX') throw new Error('npm sbom did not write CycloneDX.');
  return sbom;
}

/** The list with the Electron that really ships, which may be another than that of the package `electron`. */
export function withRuntime(sbom: Sbom, version: string): Sbom {
  const purl = `pkg:github/electron/electron@v${version}`;
  const runtime = { 'bom-ref': purl, type: 'framework', name: 'Electron runtime', version, purl };
  return { ...sbom, components: [...sbom.components, runtime] };
}
