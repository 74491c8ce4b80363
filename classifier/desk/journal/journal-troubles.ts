import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { storeTrouble } from '#classifier/store/store-trouble.ts';

/** The text journal could not be written; the label log has all of it. */
export function journalBehind(error: unknown, folder: string): Trouble {
  const why = reasonOf(error);
  return trouble(
    storeTrouble(error, folder).code,
    `标注已保存，但它的文本日志没有写上（${why}）。标注照常可以继续；日志能写之后，缺的会自己补上。`,
    `Labels are saved, but their text journal could not be written (${why}). Labelling goes on as ever; what the journal lacks is added once it can be written.`,
    { file: folder },
  );
}

/** What was deleted for good may still stand in the text journal. */
export function journalKept(error: unknown, folder: string): Trouble {
  const why = reasonOf(error);
  return trouble(
    storeTrouble(error, folder).code,
    `已从工作区删除，但文本日志没有重写成功（${why}），里面可能还有。请让这个文件夹可写；下次打开时会自动删完。`,
    `It is deleted from the workspace, but the text journal could not be written anew (${why}): it may still hold it. Make the folder writable; the next opening finishes the deletion.`,
    { file: folder },
  );
}

/** What the system said, without paths. */
function reasonOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  return error instanceof Error ? error.message : String(error);
}
