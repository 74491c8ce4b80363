import type { ExportChoice } from '#contract/export-channels.ts';
import type { ImportChoices, ImportOffer } from '#contract/import-channels.ts';
import type { ImportView } from '#contract/views.ts';
import type { DeskContext } from '../../state/desk-context.ts';
import type { ListActions } from '../queue/list-actions.ts';
import type { Unwrap } from '../status/use-trouble.ts';

/** The ways in which lists come in and labels go out. */
export interface ImportActions {
  openByDialog(): Promise<void>;
  openFiles(files: readonly File[]): Promise<void>;
  /** Opens the list that the program comes with. */
  openSample(): Promise<void>;
  pasteText(text: string): Promise<void>;
  pasteClipboard(): Promise<void>;
  /** Reads a source that waits another way. */
  readAgain(offer: ImportOffer, choices: ImportChoices): Promise<void>;
  /** Imports a source that waits. */
  storeOffer(offer: ImportOffer): Promise<void>;
  dropOffer(offer: ImportOffer): Promise<void>;
  /** Asks which labels are to go out. */
  exportLabels(): void;
  /** Asks where to, and writes; true where labels were written, and false where it failed or the editor thought better of it. */
  exportDataSet(choice: ExportChoice, unwrap: Unwrap): Promise<boolean>;
  /** Ends the import under way; nothing of it is kept. */
  cancelImport(): Promise<void>;
  /** Tells what was taken of a list that was opened, and shows it, unless the editor is writing about a headline. */
  showImport(view: ImportView | null): void;
}

export function createImportActions(
  context: DeskContext,
  list: ListActions,
  isWriting: () => boolean,
): ImportActions {
  const { api, tell, unwrap } = context;

  function showImport(view: ImportView | null): void {
    if (view === null) return;
    tell({ kind: 'imported', view });
    void context.refreshCounts();
    // Fetched once more it would leave keys without effect for a moment.
    if (!isWriting() && !list.showsWhole(view.feed.id)) list.showFeed(view.feed.id);
  }

  function show(offer: ImportOffer | null): void {
    if (offer !== null) context.store.dispatch({ type: 'offered', offer });
  }

  function gone({ token }: ImportOffer): void {
    context.store.dispatch({ type: 'offer-gone', token });
  }

  return {
    showImport,
    async openByDialog() {
      show(unwrap(await api.request('window.open', {})));
    },
    async openFiles(files) {
      for (const file of files) show(unwrap(await api.open(file)));
    },
    async openSample() {
      showImport(unwrap(await api.request('feed.sample', {})));
    },
    async pasteText(text) {
      show(unwrap(await api.request('import.offer-text', { text })));
    },
    async pasteClipboard() {
      show(unwrap(await api.request('window.paste', {})));
    },
    async cancelImport() {
      unwrap(await api.request('import.cancel', {}));
    },
    async readAgain({ token }, choices) {
      const answer = await api.request('import.preview', { token, choices });
      const waiting = context.store.get().offers.find((one) => one.token === token);
      if (waiting === undefined) return;
      show(answer.ok ? answer.value : { ...waiting, trouble: answer.trouble });
    },
    async storeOffer(offer) {
      gone(offer);
      const { token, choices } = offer;
      showImport(unwrap(await api.request('import.store', { token, choices })));
    },
    async dropOffer(offer) {
      gone(offer);
      unwrap(await api.request('import.forget', { token: offer.token }));
    },
    exportLabels() {
      context.store.dispatch({ type: 'shell', action: { type: 'sheet-shown', sheet: 'export' } });
    },
    async exportDataSet(choice, unwrapIn) {
      const view = unwrapIn(await api.request('window.export', { choice }));
      if (view !== null) tell({ kind: 'exported', view });
      return view !== null;
    },
  };
}
