/** The address as the browser may be given it: http or https, without a password; null for everything else. */
export function webAddress(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const address = new URL(text);
  const isWeb = /^https?:$/.test(address.protocol);
  if (!isWeb || address.hostname === '' || address.username !== '' || address.password !== '') return null;
  return address.href;
}
