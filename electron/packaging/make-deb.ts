import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import installer from 'electron-installer-debian';
import { EXECUTABLE, packageFolder } from './places.ts';

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64', arm: 'armhf' };

export interface DebOptions {
  /** Defaults to the version of package.json. */
  readonly version?: string;
  /** As dpkg-deb names it; xz is small and slow. */
  readonly compression?: 'xz' | 'gzip';
}

/**
 * Makes a Debian package of `release/linux-unpacked` by Debian's own dpkg-deb, offline; answers its path.
 * @throws Error where the app has not been packaged or dpkg-deb is missing or fails.
 */
export async function makeDeb(
  root: string,
  { version, compression = 'xz' }: DebOptions = {},
): Promise<string> {
  const src = packageFolder(root, 'ship');
  if (!existsSync(join(src, EXECUTABLE)))
    throw new Error(`${src} is missing: run \`npm run package\` first.`);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const made = version ?? manifest.version;
  const arch = ARCHITECTURES[process.arch] ?? process.arch;
  const file = join(root, 'release', `${EXECUTABLE}_${made}_${arch}.deb`);
  await installer({
    src,
    dest: join(root, 'release'),
    arch,
    rename: () => file,
    options: { ...describe(root, manifest), version: made, compression },
  });
  return file;
}

function describe(root: string, manifest: { readonly description: string; readonly author: string }) {
  return {
    name: EXECUTABLE,
    bin: EXECUTABLE,
    productName: '鉴闻 Jianwen',
    genericName: 'Headline triage',
    description: manifest.description,
    productDescription:
      '鉴闻给报纸编辑用：标题清单放到桌上，逐条打分、说明理由，按一个键判断，立即存盘、立即学会。全部在本机运行。\n\n' +
      'Scores lists of headlines as sensational and as implausible, shows why, and learns from each label. ' +
      'Everything stays on the machine. The command jianwen scores feeds in bulk.',
    maintainer: manifest.author,
    section: 'text',
    categories: ['Office', 'News'],
    mimeType: ['text/plain', 'text/csv', 'application/jsonl'],
    icon: icons(root),
    scripts: { postinst: script(root, 'postinst'), prerm: script(root, 'prerm') },
    lintianOverrides: ['embedded-library', 'unstripped-binary-or-object', 'dir-or-file-in-opt'],
  };
}

function icons(root: string): Readonly<Record<string, string>> {
  const folder = join(root, 'electron/packaging/icon');
  const files = readdirSync(folder).filter((name) => name.endsWith('.png'));
  return Object.fromEntries(
    files.map((name) => {
      const size = Number.parseInt(name, 10);
      return [`${size}x${size}`, join(folder, name)];
    }),
  );
}

function script(root: string, name: 'postinst' | 'prerm'): string {
  return join(root, 'electron/packaging/debian', name);
}
