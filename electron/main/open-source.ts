import { shell } from 'electron';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import type { EngineClient } from './engine-client/engine-client.ts';
import { webAddress } from './web-address.ts';

/**
 * Opens in the browser where a headline was published. The page names the headline only: the address comes from the
 * store, and only a web address is opened.
 */
export async function openSource(engine: EngineClient, headlineId: number): Promise<Result<null>> {
  const found = await engine.request('headline.link', { headlineId });
  if (!found.ok) return found;
  const { link } = found.value;
  const address = link === null ? null : webAddress(link);
  if (address === null) {
    return failed(
      link === null
        ? trouble(
            'not-found',
            '清单没有给出这条标题的来源链接。',
            'The list does not say where this headline was published.',
          )
        : trouble(
            'request-invalid',
            `来源链接不是网页地址，没有打开：${link.slice(0, 200)}`,
            `The source is not a web address and was not opened: ${link.slice(0, 200)}`,
          ),
    );
  }
  return shell.openExternal(address).then(
    () => done(null),
    () => failed(notOpened(address)),
  );
}

function notOpened(address: string): Trouble {
  return trouble(
    'address-not-opened',
    `系统没有打开来源链接，可能没有设默认浏览器。可以自己在浏览器里打开：${address.slice(0, 200)}`,
    `The system did not open the source; there may be no default browser. Open it in a browser yourself: ${address.slice(0, 200)}`,
  );
}
