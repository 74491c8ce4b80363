import { expect, it } from 'vitest';
import { isPublicAddress, literalAddress, publicLookup } from './public-address.ts';

it.each(['8.8.8.8', '223.5.5.5', '2400:3200::1', '::ffff:8.8.8.8'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  '127.0.0.1',
  '127.255.255.254',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '192.0.2.1',
  '198.18.0.1',
  '240.0.0.1',
  '::',
  '::1',
  'fe80::1',
  'fc00::1',
  'fd12:3456::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:a00:1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  'nonsense',
  '',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it('knows an address from a name', () => {
  expect(['127.0.0.1', '[::1]', 'example.org', 'localhost'].map(literalAddress)).toEqual([
    '127.0.0.1',
    '::1',
    null,
    null,
  ]);
});

it.each([true, false])('refuses a name of this machine (all: %s)', async (all) => {
  const refused = await new Promise((resolve) =>
    publicLookup('localhost', { all }, (error) => resolve(error?.code)),
  );
  expect(refused).toBe('ERR_PRIVATE_ADDRESS');
});
