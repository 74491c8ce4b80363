/**
 * True where a window can be opened: always on macOS and Windows, on Linux with an X or Wayland display.
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function hasDisplay(environment = process.env) {
  if (process.platform !== 'linux') return true;
  return Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY);
}
