import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Code of the error with which a connection to a private address ends before it begins. */
export const PRIVATE_ADDRESS = 'ERR_PRIVATE_ADDRESS';

/**
 * Whether an IP address belongs to the public Internet. Private, local, reserved and multicast ranges do not, nor do IPv6
 * addresses that carry an IPv4 one through a translator (NAT64, 6to4, Teredo); one that is mapped is judged as IPv4.
 */
export function isPublicAddress(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

/** The IP address that a host is, without the brackets of a URL; null for a name. */
export function literalAddress(host: string): string | null {
  const bare = host.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(bare) ? bare : null;
}

/**
 * Looks a name up for the connection itself, so that the address that is checked is the one that is used: a name that
 * answers otherwise the second time gains nothing. One private address among several is enough to refuse.
 */
export const publicLookup: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const found = addresses ?? [];
    const refused = error ?? refusalOf(host, found);
    const [first] = found;
    if (refused !== null || first === undefined) callback(refused ?? notFound(host), '', 0);
    else if (options.all) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

function refusalOf(
  host: string,
  found: readonly { readonly address: string }[],
): NodeJS.ErrnoException | null {
  const isPublic = found.every(({ address }) => isPublicAddress(address));
  return isPublic ? null : Object.assign(new Error(`${host} is private`), { code: PRIVATE_ADDRESS });
}

function notFound(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' });
}
