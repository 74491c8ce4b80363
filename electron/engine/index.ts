import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { troubleLine } from '#classifier/core/trouble.ts';
import { assemble } from '#classifier/desk/assemble.ts';
import { dataFolder } from '#classifier/desk/data-folder.ts';
import { networkDriveTrouble } from '#classifier/desk/network-drive.ts';
import { VERSION } from '#classifier/desk/version.ts';
import { claimDesk } from '#classifier/store/desk-claim.ts';
import { followStore, openWorkspace } from '#classifier/store/open-workspace.ts';
import { storeTrouble } from '#classifier/store/store-trouble.ts';
import { closeWorkspace, type Workspace } from '#classifier/store/workspace.ts';
import type { EngineAnswers, EngineRequest } from '#contract/channels.ts';
import type { FromEngine, ToEngine } from '#contract/engine-protocol.ts';
import { type Desk, HANDLERS } from './handlers.ts';
import { createImports, type ImportTools } from './imports/import-client.ts';
import { createOffers } from './imports/offers.ts';
import { startLists } from './lists/list-client.ts';
import { createJobs } from './model-room/jobs.ts';
import type { RuleRoom } from './reason-handlers.ts';
import { createPoller } from './subscriptions/poller.ts';
import { createUpkeep, type Upkeep } from './upkeep.ts';

type Answer = Result<EngineAnswers[EngineRequest]>;

/** Requests after which the model may have learned or forgotten something. */
const LEARNS: ReadonlySet<EngineRequest> = new Set<EngineRequest>([
  'label.put',
  'step.undo',
  'step.redo',
  'editors.rule',
  'editors.undo',
]);

/** Requests after which the model weighs anew what it has learned. */
const MAKES_VERSION: ReadonlySet<EngineRequest> = new Set<EngineRequest>([
  'model.costs',
  'model.restore',
  'model.undo',
  'rule.change',
]);

/** Milliseconds in which a desk that is being closed lets the next one in. */
const CLAIM_PATIENCE = 5_000;

/** The sample list among the resources. */
const SAMPLE = '004_783cbe47843b3da7.txt';

const { values } = parseArgs({ options: { data: { type: 'string' }, resources: { type: 'string' } } });
const resources = values.resources ?? join(import.meta.dirname, 'resources');
const opened = await openDesk(dataFolder(values.data, process.env), resources);
if (opened.ok) serve(opened.value);
else {
  tell({ kind: 'failed', trouble: opened.trouble });
  process.disconnect?.();
}

interface Running {
  readonly desk: Desk;
  readonly upkeep: Upkeep;
  /** To be called when the model weighs anew what it has learned. */
  readonly onVersion: () => void;
}

async function openDesk(folder: string, resourceFolder: string): Promise<Result<Running>> {
  const places = { labels: join(resourceFolder, 'labels'), rules: join(resourceFolder, 'rules') };
  const assembled = await assemble(places, folder);
  if (!assembled.ok) return assembled;
  for (const problem of assembled.value.troubles) {
    note(troubleLine(problem, 'en'));
    tell({ kind: 'trouble', trouble: problem });
  }
  const claim = claimDesk(folder, CLAIM_PATIENCE);
  if (!claim.ok) return claim;
  const remote = networkDriveTrouble(folder);
  if (remote !== null) tell({ kind: 'trouble', trouble: remote });
  const workspace = openWorkspace(folder, { ...assembled.value, now: () => new Date().toISOString() });
  const sample = join(resourceFolder, 'seeds', SAMPLE);
  return workspace.ok
    ? done(
        setUp(
          workspace.value,
          folder,
          { resources: places, changed: assembled.value.changed, tried: null },
          sample,
        ),
      )
    : workspace;
}

function setUp(workspace: Workspace, folder: string, rules: RuleRoom, sample: string): Running {
  const report = (error: unknown) => note(String(error));
  let byNewModel = false;
  const onVersion = () => {
    byNewModel = true;
    lists.learned();
  };
  const upkeep = createUpkeep(workspace, onVersion, report);
  const data = { folder, resources: rules.resources };
  const lists = startLists(data, (made) => {
    upkeep.keep(made);
    if (made.kind !== 'scores') return;
    const { feedId, outdated } = made;
    tell({ kind: 'event', event: { name: 'list.rescored', payload: { feedId, byNewModel, outdated } } });
    byNewModel = false;
  });
  const importTools: ImportTools = {
    ...data,
    workspace,
    onProgress: (payload) => tell({ kind: 'event', event: { name: 'import.progress', payload } }),
  };
  const imports = createImports(importTools);
  const offers = createOffers(importTools);
  const jobs = createJobs(report);
  const poller = createPoller({
    workspace,
    onNews: (payload) => tell({ kind: 'event', event: { name: 'subscription.news', payload } }),
    report,
  });
  const desk: Desk = {
    workspace,
    folder,
    version: VERSION,
    sample,
    jobs,
    lists,
    imports,
    rules,
    offers,
    poller,
  };
  return { desk, upkeep, onVersion };
}

/** Answers requests until main goes away. */
function serve({ desk, upkeep, onVersion }: Running): void {
  process.on('message', async (request: ToEngine) => {
    tell({ kind: 'answer', id: request.id, result: await answer(desk, request) });
    if (LEARNS.has(request.channel)) {
      desk.lists.learned();
      upkeep.due();
    }
    if (MAKES_VERSION.has(request.channel)) onVersion();
  });
  process.once('disconnect', async () => {
    upkeep.stop();
    await desk.poller.stop();
    await desk.lists.stop();
    closeWorkspace(desk.workspace);
  });
  tell({ kind: 'ready' });
}

/** Runs one request; what SQLite throws becomes a trouble, and the engine goes on. */
async function answer(desk: Desk, request: ToEngine): Promise<Answer> {
  try {
    const handle = HANDLERS[request.channel] as (desk: Desk, args: unknown) => Answer | Promise<Answer>;
    if (followStore(desk.workspace)) desk.lists.reload();
    return await handle(desk, request.args);
  } catch (error) {
    return failed(storeTrouble(error, desk.workspace.file));
  }
}

function tell(message: FromEngine): void {
  // When main is gone there is nobody to tell, and the engine is about to end.
  process.send?.(message, () => undefined);
}

/** Standard error is main's log. */
function note(line: string): void {
  process.stderr.write(`[engine] ${line}\n`);
}
