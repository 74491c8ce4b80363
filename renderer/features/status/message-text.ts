import { troubleLine } from '#classifier/core/trouble.ts';
import type { ImportView } from '#contract/views.ts';
import type { Speech } from '../../strings/use-say.ts';
import type { Message } from './status-state.ts';

/** A message in words. */
export function messageText(message: Message, speech: Speech): string {
  const { say } = speech;
  switch (message.kind) {
    case 'imported':
      return importText(message.view, speech);
    case 'exported':
      return say('notice.exported', { labels: message.view.labels, path: message.view.path });
    case 'engine':
      return say(`notice.${message.state}`);
    case 'one-line':
      return say('notice.one.line');
    case 'agree-to-many':
      return say('notice.agree.many');
    case 'agree-to-nothing':
      return say('notice.agree.nothing');
    case 'too-many':
      return say('notice.too.many', { count: message.count, most: message.most });
    case 'unskipped':
      return say('notice.unskipped', { count: message.count });
    case 'list-moved':
      return say('notice.list.moved');
    case 'rows-missing':
      return say('notice.rows.missing');
    case 'dropped':
      return say('notice.dropped', { count: message.count });
    case 'trouble':
      return troubleLine(message.trouble, speech.language === 'en' ? 'en' : 'zh');
  }
}

function importText(view: ImportView, speech: Speech): string {
  const { rejected, rejectedFile: path } = view;
  const text = takenText(view, speech);
  if (path === null) return text;
  const separator = speech.language === 'en' ? ' ' : '';
  return `${text}${separator}${speech.say('notice.rejected.kept', { count: rejected, path })}`;
}

function takenText(view: ImportView, { say, tell, language }: Speech): string {
  const { name } = view.feed;
  if (view.known) return say('notice.known', { name });
  const lines = view.leftOut.reduce((sum, one) => sum + one.lines, 0);
  if (lines === 0) return say('notice.imported', { name, taken: view.taken });
  const reasons = view.leftOut
    .map((one) => `${tell(one.reason)} ${one.lines}`)
    .join(language === 'en' ? ', ' : '、');
  return say('notice.imported.left.out', { name, taken: view.taken, lines, reasons });
}
