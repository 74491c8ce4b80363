import type { WebContents } from 'electron';

/** No page within the page. */
export function refuseWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
