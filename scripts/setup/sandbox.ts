import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from './console.mjs';

/** What decides on Linux whether Chromium can open its sandbox for an ordinary user. */
export interface SandboxFacts {
  /** By their names under /proc/sys; null where the kernel has no such setting. */
  readonly settings: Readonly<Record<Setting, string | null>>;
  /** Who owns `chrome-sandbox`, and its permissions; null where there is none. */
  readonly helper: { readonly owner: number; readonly permissions: number } | null;
}

/** Each with the value by which ordinary users get no namespaces of their own; Ubuntu 23.10 and newer restrict them by AppArmor. */
const SETTINGS = {
  'kernel/apparmor_restrict_unprivileged_userns': '1',
  'kernel/unprivileged_userns_clone': '0',
  'user/max_user_namespaces': '0',
} as const;
type Setting = keyof typeof SETTINGS;

const NAMES = Object.keys(SETTINGS) as readonly Setting[];
const SET_UID_ROOT = 0o4755;

/** The setting because of which Chromium would end as soon as it is started; null where its sandbox opens. */
export function hindranceOf({ settings, helper }: SandboxFacts): Setting | null {
  if (helper?.owner === 0 && helper.permissions === SET_UID_ROOT) return null;
  return NAMES.find((name) => settings[name] === SETTINGS[name]) ?? null;
}

/**
 * Looks whether an ordinary user can start the app of a folder; root starts it without a sandbox.
 * @throws SetupError with the commands that let its sandbox open.
 */
export function ensureSandbox(folder: string): void {
  if (process.platform !== 'linux') return;
  const helper = join(folder, 'chrome-sandbox');
  const hindrance = hindranceOf({ settings: readSettings(), helper: ownerOf(helper) });
  if (hindrance === null) return;
  throw new SetupError(
    `This Linux gives ordinary users no namespaces (${hindrance.replace('/', '.')}); Chromium's sandbox then opens only where ${helper} belongs to root and has mode 4755.`,
    `Run \`sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\` (again whenever the app has been packaged anew), or install the .deb of \`npm run package -- --deb\`.`,
  );
}

function readSettings(): SandboxFacts['settings'] {
  return Object.fromEntries(NAMES.map((name) => [name, read(name)])) as SandboxFacts['settings'];
}

function read(name: Setting): string | null {
  try {
    return readFileSync(join('/proc/sys', name), 'utf8').trim();
  } catch {
    return null;
  }
}

function ownerOf(file: string): SandboxFacts['helper'] {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? null : { owner: found.uid, permissions: found.mode & 0o7777 };
}
