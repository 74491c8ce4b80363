import { dialog } from 'electron';
import { done, type Result } from '#classifier/core/result.ts';
import type { ModelFileView } from '#contract/model-file-channels.ts';
import { datedName } from './dated-name.ts';
import type { HandlerOptions } from './handlers.ts';

/** The end of the names of model files, without the dot. */
const EXTENSION = 'jwmodel';

/** Asks where to, then writes the model; null when the editor cancels. */
export async function exportModelByDialog({
  engine,
  window,
  strings,
}: HandlerOptions): Promise<Result<ModelFileView | null>> {
  const chosen = await dialog.showSaveDialog(window(), {
    title: strings.modelExportTitle,
    defaultPath: `${datedName('model')}.${EXTENSION}`,
    filters: [{ name: strings.modelFiles, extensions: [EXTENSION] }],
  });
  if (chosen.canceled || chosen.filePath === '') return done(null);
  return engine.request('model.file-export', { path: chosen.filePath });
}

/** Asks for a model file, then keeps it; null when the editor cancels. */
export async function importModelByDialog({
  engine,
  window,
  strings,
}: HandlerOptions): Promise<Result<ModelFileView | null>> {
  const chosen = await dialog.showOpenDialog(window(), {
    title: strings.modelImportTitle,
    properties: ['openFile'],
    filters: [
      { name: strings.modelFiles, extensions: [EXTENSION] },
      { name: strings.allFiles, extensions: ['*'] },
    ],
  });
  const path = chosen.filePaths[0];
  if (chosen.canceled || path === undefined) return done(null);
  return engine.request('model.file-import', { path });
}
