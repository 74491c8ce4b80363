import type { ImportView } from '#contract/views.ts';
import type { DeskContext } from '../../state/desk-context.ts';
import type { ListActions } from '../queue/list-actions.ts';

/** The ways in which lists come in and labels go out. */
export interface ImportActions {
  openByDialog(): Promise<void>;
  openFiles(files: readonly File[]): Promise<void>;
  /** Opens the list that the program comes with. */
  openSample(): Promise<void>;
  pasteText(text: string): Promise<void>;
  pasteClipboard(): Promise<void>;
  exportLabels(): Promise<void>;
  /** Ends the import under way; nothing of it is kept. */
  cancelImport(): Promise<void>;
  /** Shows a list that was opened, and what of its text was taken. */
  showImport(view: ImportView | null): void;
}

export function createImportActions(context: DeskContext, list: ListActions): ImportActions {
  const { api, tell, unwrap } = context;

  function showImport(view: ImportView | null): void {
    if (view === null) return;
    tell({ kind: 'imported', view });
    void context.refreshCounts();
    list.showFeed(view.feed.id);
  }

  return {
    showImport,
    async openByDialog() {
      showImport(unwrap(await api.request('window.open', {})));
    },
    async openFiles(files) {
      for (const file of files) showImport(unwrap(await api.open(file)));
    },
    async openSample() {
      showImport(unwrap(await api.request('feed.sample', {})));
    },
    async pasteText(text) {
      showImport(unwrap(await api.request('feed.paste', { text })));
    },
    async pasteClipboard() {
      showImport(unwrap(await api.request('window.paste', {})));
    },
    async cancelImport() {
      unwrap(await api.request('import.cancel', {}));
    },
    async exportLabels() {
      const view = unwrap(await api.request('window.export', {}));
      if (view !== null) tell({ kind: 'exported', view });
    },
  };
}
