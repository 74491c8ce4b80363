import { shell } from 'electron';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { trouble } from '#classifier/core/trouble.ts';
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
  await shell.openExternal(address);
  return done(null);
}
