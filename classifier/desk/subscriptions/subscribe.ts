import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
import { accessTrouble } from '#classifier/interchange/read-text-file.ts';
import { addressTrouble } from '#classifier/network/fetch-document.ts';
import type { Store } from '#classifier/store/open-database.ts';
import { addSubscription, type Subscription } from '#classifier/store/subscriptions.ts';

/** What an editor asks to be subscribed to. */
export interface Wish {
  /** An http or https address, or the path of a folder. */
  readonly address: string;
  /** Shown instead of the address or the feed's own title. */
  readonly name?: string;
  readonly everyMinutes: number;
  readonly allowPrivate: boolean;
}

/** Makes a subscription after checking that its address may be asked or that its folder is there. */
export async function subscribe(db: Store, wish: Wish, now: string): Promise<Result<Subscription>> {
  const { address: asked, everyMinutes, allowPrivate } = wish;
  const kind = /^[a-z][a-z0-9+.-]+:/i.test(asked) ? 'url' : 'folder';
  const checked = kind === 'url' ? checkAddress(asked, allowPrivate) : await checkFolder(asked);
  if (!checked.ok) return checked;
  const address = checked.value;
  const name = wish.name?.trim() || (kind === 'url' ? address : basename(address));
  const added = addSubscription(db, { kind, address, name, everyMinutes, allowPrivate, createdAt: now });
  return added === undefined ? failed(knownAlready(address)) : done(added);
}

function checkAddress(address: string, allowPrivate: boolean): Result<string> {
  const problem = addressTrouble(address, allowPrivate);
  return problem === null ? done((URL.parse(address) as URL).href) : failed(problem);
}

async function checkFolder(path: string): Promise<Result<string>> {
  const folder = resolve(path);
  try {
    return (await stat(folder)).isDirectory() ? done(folder) : failed(noFolder(folder));
  } catch (error) {
    return failed(accessTrouble(error, folder));
  }
}

function noFolder(file: string) {
  return trouble(
    'request-invalid',
    '这是文件，不是文件夹；订阅的是整个文件夹。',
    'This is a file; a whole folder is subscribed to.',
    { file },
  );
}

function knownAlready(file: string) {
  return trouble('request-invalid', '已经订阅了。', 'It is subscribed to already.', { file });
}
