import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Resources } from './assemble.ts';

/** The shipped labels and rules: beside the built command, else in the source tree. */
export function findResources(here: string): Resources {
  const built = join(here, 'resources');
  if (existsSync(built)) return { labels: join(built, 'labels'), rules: join(built, 'rules') };
  return { labels: join(here, '../../labels'), rules: join(here, '../rules/packs') };
}
