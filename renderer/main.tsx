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
