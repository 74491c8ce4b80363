import type { Session } from 'electron';
import { HOST, isOwnAddress, SCHEME } from '../origin.ts';

/** Nothing leaves the machine and nothing comes in: only the own scheme loads, no file does, nothing downloads. */
export function stayOffline(session: Session): void {
  session.webRequest.onBeforeRequest((request, callback) => {
    callback({ cancel: !isOwnAddress(request.url) && !request.url.startsWith('devtools:') });
  });
  // Requests for files do not come by the rule above.
  session.protocol.handle('file', () => new Response(null, { status: 403 }));
  // The speller fetches dictionaries by itself, past every rule of this session.
  session.setSpellCheckerDictionaryDownloadURL(`${SCHEME}://${HOST}/none/`);
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
}
