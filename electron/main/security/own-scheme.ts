import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import { SCHEME } from '../origin.ts';
import { SECURITY_HEADERS } from './content-policy.ts';
import { servedFile } from './served-file.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Declares the own scheme. Must run before the app is ready. */
export function declareOwnScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page from its folder under the own scheme: GET only, that folder only. */
export function serveOwnScheme(session: Session, folder: string): void {
  session.protocol.handle(SCHEME, (request) => answer(request, folder));
}

async function answer(request: Request, folder: string): Promise<Response> {
  if (request.method !== 'GET') return refusal(405);
  const file = servedFile(request.url, folder);
  const type = file === null ? undefined : TYPES[extname(file)];
  if (file === null || type === undefined) return refusal(404);
  try {
    const body = await readFile(file);
    return new Response(new Uint8Array(body), { headers: { ...SECURITY_HEADERS, 'Content-Type': type } });
  } catch {
    return refusal(404);
  }
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS });
}
