import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { api, language } from './api.ts';
import { App } from './app.tsx';
import { createDesk } from './state/desk.ts';
import { DeskProvider } from './state/use-desk.ts';
import { startStrings } from './strings/index.ts';

startStrings(language);
const desk = createDesk(api);
void desk.start();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <DeskProvider value={desk}>
        <App />
      </DeskProvider>
    </StrictMode>,
  );
}
