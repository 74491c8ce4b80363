import { appendFileSync, copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonLines, runCli } from '../cli/run-cli.ts';
import { OWN_RULES } from '../helpers/own-rules.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { startEngine, valueOf } from './start-engine.ts';

const LINE = '{"text":"村民发现恐龙"}\n';

describe('model files', { timeout: 60_000 }, () => {
  it('go from one desk to another, where the command scores with them', async () => {
    const here = await startEngine(temporaryFolder());
    const folder = temporaryFolder();
    const there = await startEngine(folder);
    const file = join(temporaryFolder(), '本台.jwmodel');
    const written = valueOf(await here.request('model.file-export', { path: file }));
    expect(written).toMatchObject({ as: file, program: expect.stringMatching(/^\d/) });
    const kept = valueOf(await there.request('model.file-import', { path: file }));
    expect(kept).toEqual({ ...written, as: '本台' });
    expect(valueOf(await there.request('model.files', {}))).toEqual({ models: [kept], troubles: [] });
    const scored = await runCli(['score', '--model', '本台', '--data', folder], LINE);
    expect(jsonLines(scored.stdout)).toMatchObject([{ jianwen: { model: written.model } }]);
  });

  it('are refused by name, and nothing is kept of them', async () => {
    const folder = temporaryFolder();
    const engine = await startEngine(folder);
    const place = temporaryFolder();
    const good = join(place, 'good.jwmodel');
    valueOf(await engine.request('model.file-export', { path: good }));
    const damaged = join(place, 'damaged.jwmodel');
    copyFileSync(good, damaged);
    appendFileSync(damaged, 'x');
    writeFileSync(join(place, 'newer.jwmodel'), 'JIANWEN-MODEL 2\n');
    writeFileSync(join(place, 'list.jwmodel'), '- 标题\n');
    copyFileSync(good, join(place, 'starter.jwmodel'));
    const codes = await Promise.all(
      ['damaged', 'newer', 'list', 'starter', 'nowhere'].map(async (name) => {
        const answer = await engine.request('model.file-import', { path: join(place, `${name}.jwmodel`) });
        return answer.ok ? 'kept' : answer.trouble.code;
      }),
    );
    expect(codes).toEqual([
      'model-damaged',
      'model-other-version',
      'model-invalid',
      'request-invalid',
      'file-missing',
    ]);
    expect(valueOf(await engine.request('model.files', {})).models).toEqual([]);
    const answer = await engine.request('model.file-export', { path: join(place, 'missing', 'a.jwmodel') });
    expect(answer.ok ? null : answer.trouble.place?.file).toContain('missing');
  });

  it('are not written while the rules on disk are others than those of the model', async () => {
    const folder = temporaryFolder();
    const engine = await startEngine(folder);
    writeFileSync(join(folder, 'rules.yaml'), OWN_RULES);
    const answer = await engine.request('model.file-export', { path: join(folder, 'a.jwmodel') });
    expect(answer.ok ? null : answer.trouble.sentence.zh).toContain('rules.yaml');
  });
});
