import type { EngineClient } from '../engine-client/engine-client.ts';

/** Figures of a report, by name. */
export type ReportCounts = Readonly<Record<string, number | string>>;

/** Milliseconds that the engine has to answer: a report is made most of all when it does not. */
const PATIENCE = 5_000;

/** How much there is, without a name of anything; only a code where the engine does not answer, or not in time. */
export function countsOf(engine: EngineClient): Promise<ReportCounts> {
  return new Promise((counted) => {
    const patience = setTimeout(() => counted({ engine: 'no answer' }), PATIENCE);
    void askCounts(engine).then((counts) => {
      clearTimeout(patience);
      counted(counts);
    });
  });
}

async function askCounts(engine: EngineClient): Promise<ReportCounts> {
  const [feeds, about] = await Promise.all([
    engine.request('feed.list', {}),
    engine.request('workspace.about', {}),
  ]);
  if (!feeds.ok) return { engine: feeds.trouble.code };
  if (!about.ok) return { engine: about.trouble.code };
  const headlines = feeds.value.reduce((sum, { headlines: of }) => sum + of, 0);
  return { lists: feeds.value.length, headlines, labels: about.value.deskLabels, model: about.value.model };
}
