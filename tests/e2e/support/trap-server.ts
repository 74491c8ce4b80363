import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server on this machine that writes down what it was asked for. */
export interface TrapServer {
  readonly address: string;
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** `/away` leads on to `/trap`, `/frame` holds a frame of the own scheme, all else says what it is. */
export async function openTrap(): Promise<TrapServer> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (path === '/favicon.ico') return void response.writeHead(404).end();
    asked.push(path);
    if (path === '/away') return void response.writeHead(302, { Location: '/trap' }).end();
    response.setHeader('Content-Type', 'text/html');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end(path === '/frame' ? '<iframe src="jianwen://app/index.html"></iframe>' : `<h1>${path}</h1>`);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
