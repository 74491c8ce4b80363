import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** The fuses that decide what the shipped program can be talked into. Source: electronjs.org, "Electron Fuses". */
const SHIPPED = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Only macOS and Windows check the archive against a hash in the program.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: process.platform !== 'linux',
} as const;

/**
 * Sets the fuses of an Electron program in place and reads them back.
 * @throws Error when the program has not kept one of them.
 * @param inspect Lets Playwright drive the program: for the package that is tested, never for the shipped one.
 */
export async function setFuses(
  executable: string,
  { inspect }: { readonly inspect: boolean },
): Promise<void> {
  const wanted = { ...SHIPPED, [FuseV1Options.EnableNodeCliInspectArguments]: inspect };
  await flipFuses(executable, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: process.platform === 'darwin',
    ...wanted,
  });
  const states = await readFuses(executable);
  for (const [option, value] of Object.entries(wanted)) {
    const name = FuseV1Options[Number(option)] ?? option;
    if (states[name] !== value)
      throw new Error(`${executable}: the fuse ${name} is not ${value ? 'on' : 'off'}.`);
  }
}

/** Reads the fuses of a program by name: true on, false off; those that its Electron does not know are left out. */
export async function readFuses(executable: string): Promise<Readonly<Record<string, boolean>>> {
  const { version: _, ...wire } = await getCurrentFuseWire(executable);
  const states: Record<string, boolean> = {};
  for (const [option, state] of Object.entries(wire)) {
    const name = FuseV1Options[Number(option)];
    if (name === undefined || (state !== FuseState.ENABLE && state !== FuseState.DISABLE)) continue;
    states[name] = state === FuseState.ENABLE;
  }
  return states;
}
