import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A web server of one test: its address, and the requests that it got. */
export async function feedServer(
  answer: RequestListener,
): Promise<{ readonly url: string; readonly asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`, asked };
}

/** RSS with these titles. */
export function rssOf(...titles: readonly string[]): string {
  const items = titles.map(
    (title, at) => `<item><title>${title}</title><link>https://example.org/${at}</link></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>早报</title>${items.join('')}</channel></rss>`;
}
