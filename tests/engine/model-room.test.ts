import { describe, expect, it } from 'vitest';
import type { Result } from '#classifier/core/result.ts';
import type { CurveView, JobView, QualityView } from '#contract/model-views.ts';
import { temporaryFolder } from '../helpers/workspace.ts';
import { type Engine, EVERYTHING, SAMPLE, startEngine, valueOf } from './start-engine.ts';

const DEFAULT_COSTS = { miss: 4, falseAlarm: 4, look: 1 } as const;

/** Asks until the figures of the present model are there. */
async function finished<T>(ask: () => Promise<Result<JobView<T>>>): Promise<T> {
  for (;;) {
    const { progress, value } = valueOf(await ask());
    if (progress === 1) return value as T;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const qualityOf = (engine: Engine): Promise<QualityView> =>
  finished(() => engine.request('model.quality', {}));
const curveOf = (engine: Engine): Promise<CurveView> => finished(() => engine.request('model.curve', {}));

describe('the model room', { timeout: 60_000 }, () => {
  it('judges both axes in the background, while labels are saved', async () => {
    const engine = await startEngine(temporaryFolder());
    const first = valueOf(await engine.request('model.quality', {}));
    expect(first).toMatchObject({ progress: 0, value: null });
    const { feed } = valueOf(await engine.request('feed.open', { path: SAMPLE }));
    const page = valueOf(
      await engine.request('headline.list', { ...EVERYTHING, feedId: feed.id, limit: 10 }),
    );
    const before = await qualityOf(engine);
    const { labels, axes } = before;
    expect(labels).toBeGreaterThanOrEqual(84);
    const { all, random, confusion } = axes.sensational;
    expect(all.rocAuc?.value).toBeGreaterThan(0.7);
    expect(all.rocAuc?.low).toBeLessThan(all.rocAuc?.value ?? 0);
    expect(random).toBe(null);
    expect(Object.values(confusion).reduce((sum, count) => sum + count, 0)).toBe(labels);
    const requestId = crypto.randomUUID();
    const headlineId = page.rows[0]?.id ?? 0;
    await engine.request('label.put', {
      requestId,
      headlineId,
      label: { sensational: false, implausible: false },
    });
    const stale = valueOf(await engine.request('model.quality', {}));
    expect(stale.progress).toBeLessThan(1);
    expect(stale.value).toEqual(before);
    const after = await qualityOf(engine);
    expect(after.axes.sensational.desk).toEqual({ yes: 0, no: 1 });
  });

  it('draws a learning curve that rises', async () => {
    const engine = await startEngine(temporaryFolder());
    const points = (await curveOf(engine)).sensational;
    expect(points.at(-1)?.rocAuc?.mean).toBeGreaterThan(points[0]?.rocAuc?.mean ?? 1);
  });

  it('expects less to slip through where a miss costs more', async () => {
    const engine = await startEngine(temporaryFolder());
    await qualityOf(engine);
    const at = async (miss: number) =>
      valueOf(await engine.request('model.workload', { costs: { ...DEFAULT_COSTS, miss } }));
    const [cheap, dear] = [await at(2), await at(20)];
    expect(cheap.present).toEqual(DEFAULT_COSTS);
    expect(dear.expected?.missed).toBeLessThan(cheap.expected?.missed ?? 0);
    expect(dear.expected?.checked).toBeGreaterThan(cheap.expected?.checked ?? 0);
  });

  it('applies a cost table, says which headlines moved, and takes it back', async () => {
    const engine = await startEngine(temporaryFolder());
    const { feed } = valueOf(await engine.request('feed.open', { path: SAMPLE }));
    expect(feed.headlines).toBe(84);
    const costs = { miss: 20, falseAlarm: 2, look: 1 } as const;
    const requestId = crypto.randomUUID();
    const applied = valueOf(await engine.request('model.costs', { requestId, costs }));
    expect(valueOf(await engine.request('model.costs', { requestId, costs }))).toEqual(applied);
    expect(applied.undoable).toEqual({ kind: 'costs', refersTo: null });
    const [present, first] = applied.versions;
    expect(present).toMatchObject({ kind: 'costs', costs, isPresent: true, events: 0 });
    const versionId = present?.id ?? 0;
    const changes = await finished(() => engine.request('model.changes', { versionId }));
    expect(changes?.moved).toBeGreaterThan(0);
    expect(changes?.examples.every(({ from, to }) => from !== to)).toBe(true);
    const restored = valueOf(
      await engine.request('model.restore', { requestId: crypto.randomUUID(), versionId: first?.id ?? 0 }),
    );
    expect(restored.versions[0]).toMatchObject({
      kind: 'restored',
      refersTo: first?.id,
      costs: DEFAULT_COSTS,
    });
    const undo = async () =>
      valueOf(await engine.request('model.undo', { requestId: crypto.randomUUID() })).versions[0];
    expect(await undo()).toMatchObject({ kind: 'undone', costs });
    expect(await undo()).toMatchObject({ kind: 'undone', costs: DEFAULT_COSTS });
    const nothing = await engine.request('model.undo', { requestId: crypto.randomUUID() });
    expect(nothing).toMatchObject({ ok: false, trouble: { code: 'nothing-to-undo' } });
  });

  it('names the strongest words and rules with their counts', async () => {
    const engine = await startEngine(temporaryFolder());
    const words = await finished(() => engine.request('model.words', {}));
    const { for: strong, rules } = words.implausible;
    expect(strong[0]?.logOdds).toBeGreaterThan(0);
    expect(strong[0]?.yes).toBeGreaterThan(strong[0]?.no ?? 0);
    expect(words.implausible.against[0]?.logOdds).toBeLessThan(0);
    expect(rules.map(({ logOdds }) => Math.abs(logOdds))).toEqual(
      rules.map(({ logOdds }) => Math.abs(logOdds)).sort((a, b) => b - a),
    );
  });
});
