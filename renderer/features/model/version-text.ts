import type { VersionView } from '#contract/model-views.ts';
import type { Speech } from '../../strings/use-say.ts';

/** What made a version, in words. */
export function versionText(version: VersionView, isFirst: boolean, speech: Pick<Speech, 'say'>): string {
  const { kind, events } = version;
  if (kind === 'learned') return learnedText(events, isFirst, speech);
  const what = changeText(version, speech);
  return events === 0 ? what : speech.say('versions.also', { what, events });
}

function learnedText(events: number, isFirst: boolean, { say }: Pick<Speech, 'say'>): string {
  if (isFirst) return say('versions.first', { events });
  return events === 0 ? say('versions.read') : say('versions.learned', { events });
}

function changeText({ kind, refersTo, costs }: VersionView, { say }: Pick<Speech, 'say'>): string {
  if (kind === 'costs')
    return say('versions.costs', { miss: costs.miss / costs.look, false: costs.falseAlarm / costs.look });
  return say(kind === 'restored' ? 'versions.restored' : 'versions.undone', { id: refersTo ?? 0 });
}
