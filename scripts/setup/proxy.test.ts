import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pinnedNode } from './pinned-node.mjs';
import { withProxy } from './proxy.mjs';

const NODE = pinnedNode(dirname(dirname(import.meta.dirname)));
const FETCH = "await fetch('https://electron.invalid/').catch(() => {})";

const asked: (string | undefined)[] = [];
const proxy = createServer().on('connect', ({ url }, socket) => {
  asked.push(url);
  socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
});
let address = '';

beforeAll(async () => {
  await once(proxy.listen(0, '127.0.0.1'), 'listening');
  address = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});
afterAll(() => proxy.close());

/** The hosts that the proxy is asked for when the pinned Node fetches one. */
async function askedBy(environment: NodeJS.ProcessEnv): Promise<readonly unknown[]> {
  asked.length = 0;
  await promisify(execFile)(NODE, ['--input-type=module', '-e', FETCH], { env: environment });
  return [...asked];
}

describe('the environment of the download', () => {
  it.each(['HTTPS_PROXY', 'https_proxy', 'npm_config_https_proxy', 'npm_config_proxy'])(
    'leads fetch through the proxy of %s',
    async (name) => {
      expect(await askedBy(withProxy({ [name]: address }))).toEqual(['electron.invalid:443']);
    },
  );

  it('leaves out the hosts that npm reaches without it', async () => {
    const environment = { npm_config_https_proxy: address, npm_config_noproxy: 'electron.invalid' };
    expect(await askedBy(withProxy(environment))).toEqual([]);
  });

  it("takes npm's own setting before the system's", () => {
    const environment = { npm_config_https_proxy: 'http://npm', https_proxy: 'http://one', HTTPS_PROXY: '' };
    expect(withProxy(environment)).toMatchObject({ HTTPS_PROXY: 'http://npm', https_proxy: 'http://npm' });
  });

  it('would not lead fetch there by itself', async () => {
    expect(await askedBy({ HTTPS_PROXY: address })).toEqual([]);
  });
});
