import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packagedProgram, packagedResources } from '../../electron/packaging/places.ts';

const ROOT = dirname(dirname(import.meta.dirname));

/** The packaged test app, or the one that JIANWEN_E2E_APP names. */
export const APP = process.env.JIANWEN_E2E_APP ?? packagedProgram(ROOT, 'test');

/** The sample list as it lies in the package. */
export const SAMPLE = join(
  process.env.JIANWEN_E2E_APP ? join(dirname(APP), 'resources') : packagedResources(ROOT, 'test'),
  'engine/resources/seeds/004_783cbe47843b3da7.txt',
);

/** The headline that the package must flag by itself. */
export const DINOSAUR = '自流井恐龙基因实验室';

for (const file of [APP, SAMPLE]) {
  if (!existsSync(file))
    throw new Error(`${file} is missing. Make the package first: npm run package -- --for-tests`);
}
