/** The scheme and host under which the window's own page is served, and nothing else. */
export const SCHEME = 'jianwen';
export const HOST = 'app';
export const START_PAGE = `${SCHEME}://${HOST}/index.html`;

/** True when the address, parsed, belongs to the window's own page. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '';
}
