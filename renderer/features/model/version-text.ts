import type { VersionView } from '#contract/model-views.ts';
import type { Speech } from '../../strings/use-say.ts';

/** What made a version, in words. */
export function versionText(version: VersionView, isFirst: boolean, { say }: Pick<Speech, 'say'>): string {
  const { kind, refersTo, events, costs } = version;
  switch (kind) {
    case 'costs':
      return say('versions.costs', { miss: costs.miss / costs.look, false: costs.falseAlarm / costs.look });
    case 'restored':
      return say('versions.restored', { id: refersTo ?? 0 });
    case 'undone':
      return say('versions.undone', { id: refersTo ?? 0 });
    case 'learned':
      if (isFirst) return say('versions.first', { events });
      return events === 0 ? say('versions.read') : say('versions.learned', { events });
  }
}
