/** The part of electron-installer-debian 4 that is used here; it comes without types. */
declare module 'electron-installer-debian' {
  interface Options {
    readonly src: string;
    readonly dest: string;
    readonly arch: string;
    readonly options: Readonly<Record<string, unknown>>;
    readonly rename: (dest: string) => string;
  }
  const install: (options: Options) => Promise<unknown>;

  // biome-ignore lint/style/noDefaultExport: the package has no other name for it.
  export { install as default };
}
