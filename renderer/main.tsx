import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { api, language } from './api.ts';
import { App } from './app.tsx';
import { isWritingAboutHeadline } from './features/desk-work/is-writing.ts';
import { createDesk } from './state/desk.ts';
import { DeskProvider } from './state/use-desk.ts';
import { startStrings } from './strings/index.ts';
import { SpeechProvider } from './strings/speech-provider.tsx';

startStrings(language);
const desk = createDesk(api, isWritingAboutHeadline);
void desk.start();

// A field saves what was typed when it is left, so it is left also when the window is.
window.addEventListener('pagehide', () => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
});

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <SpeechProvider>
        <DeskProvider value={desk}>
          <App />
        </DeskProvider>
      </SpeechProvider>
    </StrictMode>,
  );
}
