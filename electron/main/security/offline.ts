import type { Session } from 'electron';
import { isOwnAddress } from '../origin.ts';

/** Nothing leaves the machine and nothing comes in: only the own scheme loads, nothing downloads. */
export function stayOffline(session: Session): void {
  session.webRequest.onBeforeRequest((request, callback) => {
    callback({ cancel: !isOwnAddress(request.url) && !request.url.startsWith('devtools:') });
  });
  session.on('will-download', (event) => event.preventDefault());
}
