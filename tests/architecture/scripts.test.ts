import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from './source-files.ts';

const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

describe('the scripts of package.json', () => {
  const wrappers = Object.entries(scripts).filter(([name]) => `${name}:now` in scripts);

  it.each(wrappers)('%s hands its arguments on', (name, line) => {
    expect(line).toMatch(new RegExp(` && npm run --silent ${name}:now --$`));
  });
});
