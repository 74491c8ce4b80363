import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = dirname(dirname(import.meta.dirname));
const FEW = 4;

/** The built resources with a handful of starter labels: what stands in a workspace is then what was done to it. */
export function fewResources(folder: string): string {
  cpSync(join(ROOT, 'dist/node/resources'), folder, { recursive: true });
  rmSync(join(folder, 'prepared'), { recursive: true });
  for (const name of ['starter.jsonl', 'zigong.jsonl']) {
    const file = join(folder, 'labels', name);
    writeFileSync(file, `${readFileSync(file, 'utf8').split('\n').slice(0, FEW).join('\n')}\n`);
  }
  return folder;
}
