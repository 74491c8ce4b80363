import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Name of the file with the licences of what is shipped, in `dist` and in the package. */
export const NOTICES = 'THIRD-PARTY-NOTICES.txt';

const PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;
/** Licences of packages that bring none with them but need one, by name and version. */
const KEPT = join(import.meta.dirname, 'licences');

/** Collects the folders of the packages of which anything gets into a bundle. */
export function collectPackages(): { readonly plugin: Plugin; readonly folders: () => readonly string[] } {
  const folders = new Set<string>();
  const plugin: Plugin = {
    name: 'collect-packages',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const module of Object.keys(chunk.modules)) {
          const folder = packageOf(module.replaceAll('\\', '/').replace(/^\0/, ''));
          if (folder !== null) folders.add(folder);
        }
      }
    },
  };
  return { plugin, folders: () => [...folders] };
}

/** The package of a module; what a package has built into itself without a manifest belongs to that package. */
function packageOf(module: string): string | null {
  const folder = PACKAGE.exec(module)?.[1];
  if (folder === undefined) return null;
  return existsSync(join(folder, 'package.json')) ? folder : packageOf(folder);
}

/**
 * The notices of packages, by name: version, licence and the text of each licence file.
 * @throws Error naming a package that states no licence, or whose licence's text is nowhere.
 */
export function noticesOf(root: string, folders: readonly string[]): string {
  const notices = new Map(folders.map((folder) => noticeOf(realpathSync(folder))));
  const sorted = [...notices].sort(([one], [other]) => (one < other ? -1 : 1));
  const { name, version, license } = manifestOf(root);
  const head = `${name} ${version} is licensed under ${license}. It contains the packages below, each under its own licence.`;
  return [head, ...sorted.map(([title, text]) => `${title}\n\n${text}`)].join(`\n\n${'-'.repeat(80)}\n\n`);
}

function noticeOf(folder: string): readonly [title: string, text: string] {
  const manifest = manifestOf(folder);
  const { name, version, license } = manifest;
  if (typeof license !== 'string') throw new Error(`${name} ${version} states no licence.`);
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  const kept = join(KEPT, `${name}-${version}.txt`);
  const paths = existsSync(kept) ? [kept] : files.map((file) => join(folder, file));
  const text = paths.map((path) => readFileSync(path, 'utf8').trim()).join('\n\n') || plainText(manifest);
  if (text === '') throw new Error(`${name} ${version} is under ${license}, whose text it does not bring.`);
  return [`${name} ${version} (${license})`, text];
}

/** The text of a licence that packages often name without bringing it: our own is the same but for the holder. */
function plainText({ license, author }: Manifest): string {
  if (license !== 'MIT') return '';
  const holder = typeof author === 'string' ? author : (author?.name ?? 'its authors');
  const own = readFileSync(join(import.meta.dirname, '../../LICENSE'), 'utf8').trim();
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly author?: string | { readonly name: string };
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
