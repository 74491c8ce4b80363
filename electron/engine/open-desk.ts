import { join } from 'node:path';
import { done, type Result } from '#classifier/core/result.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import { type Assembly, assemble, starterModel } from '#classifier/desk/assemble.ts';
import { followBehind } from '#classifier/desk/journal/follow-behind.ts';
import { networkDriveTrouble } from '#classifier/desk/network-drive.ts';
import { openForWork } from '#classifier/desk/open-backed-up.ts';
import { VERSION } from '#classifier/desk/version.ts';
import { claimDesk, type DeskClaim } from '#classifier/store/desk-claim.ts';
import { fileIdentity } from '#classifier/store/file-identity.ts';
import { openReadOnly } from '#classifier/store/open-read-only.ts';
import { closeWorkspace, type Workspace, type WorkspaceTools } from '#classifier/store/workspace.ts';
import type { EngineEvent } from '#contract/events.ts';
import { startBackupTimer } from './backups/backup-timer.ts';
import { startCheckpoints } from './checkpoints/checkpoint-client.ts';
import type { Desk } from './handlers.ts';
import { createImports, type ImportTools } from './imports/import-client.ts';
import { createOffers } from './imports/offers.ts';
import { type LoadingLists, loadLists, startLists } from './lists/list-client.ts';
import { createJobs } from './model-room/jobs.ts';
import type { RuleRoom } from './reason-handlers.ts';
import { createPoller, type Poller } from './subscriptions/poller.ts';
import { createUpkeep, type Upkeep } from './upkeep.ts';
import { createCalibration } from './versions/calibration.ts';
import { type FirstList, openFirst, warmUp } from './warm-up.ts';

/** An open workspace and all that works on it. */
export interface Running {
  readonly desk: Desk;
  readonly upkeep: Upkeep;
  /** To be called when the model weighs anew what it has learned. */
  readonly onVersion: () => void;
  /** The database's files as they were when it was opened. */
  readonly identity: string;
  /** Brings the text journal up to the label log. */
  readonly journal: () => void;
  close(): Promise<void>;
}

/** Whom the engine tells what. */
export interface Told {
  readonly event: (event: EngineEvent) => void;
  readonly trouble: (trouble: Trouble) => void;
  readonly report: (error: unknown) => void;
  /** What ended the list thread. */
  readonly died: (error: unknown) => void;
}

/** A workspace that this engine has claimed, and can open, close and open again. */
export interface PreparedDesk {
  readonly folder: string;
  readonly now: () => string;
  open(): Promise<Result<Running>>;
  /** Opens it for reading only, as far as it can be read. */
  look(): Promise<Result<Running>>;
  /** Held as long as the engine lives: a claim that nobody refers to would be given up at any time. */
  readonly claim: DeskClaim;
}

/** Milliseconds in which a desk that is being closed lets the next one in. */
const CLAIM_PATIENCE = 5_000;

/** The sample list among the resources. */
const SAMPLE = '004_783cbe47843b3da7.txt';

/** Opens the workspace by what the program reads it with. */
type OpenWith = (tools: WorkspaceTools, assembly: Assembly) => Result<Workspace> | Promise<Result<Workspace>>;

/** Claims the workspace in a folder for this engine. `first` is the list that will be asked for first, where that is known. */
export function prepareDesk(
  folder: string,
  resources: string,
  first: FirstList | null,
  told: Told,
): Result<PreparedDesk> {
  const claim = claimDesk(folder, CLAIM_PATIENCE);
  if (!claim.ok) return claim;
  const remote = networkDriveTrouble(folder);
  if (remote !== null) told.trouble(remote);
  const places = { labels: join(resources, 'labels'), rules: join(resources, 'rules') };
  const sample = join(resources, 'seeds', SAMPLE);
  const now = () => new Date().toISOString();

  /** Rules may have changed since the workspace was opened before, so they are read each time. */
  async function start(openWith: OpenWith): Promise<Result<Running>> {
    const listThread = loadLists({ folder, resources: places });
    const opened = await openUnderRules(openWith);
    if (!opened.ok) {
      await listThread.thread.terminate();
      return opened;
    }
    const { workspace, changed } = opened.value;
    const rules = { resources: places, changed, tried: null };
    return done(startWork(workspace, { folder, rules, sample, listThread, first }, told));
  }

  async function openUnderRules(
    openWith: OpenWith,
  ): Promise<Result<Pick<Assembly, 'changed'> & { readonly workspace: Workspace }>> {
    const assembled = await assemble(places, folder);
    if (!assembled.ok) return assembled;
    const { value: assembly } = assembled;
    for (const problem of assembly.troubles) told.trouble(problem);
    const workspace = await openWith({ ...assembly, now }, assembly);
    return workspace.ok ? done({ workspace: workspace.value, changed: assembly.changed }) : workspace;
  }

  return done({
    folder,
    now,
    claim: claim.value,
    open: () => start((tools) => openForWork(folder, tools, told.trouble, 'later')),
    look: () => start((tools, assembly) => openReadOnly(folder, tools, () => starterModel(assembly))),
  });
}

interface DeskPlaces {
  readonly folder: string;
  readonly rules: RuleRoom;
  readonly sample: string;
  readonly listThread: LoadingLists;
  readonly first: FirstList | null;
}

function startWork(workspace: Workspace, places: DeskPlaces, told: Told): Running {
  const { folder, rules, sample, listThread, first } = places;
  const { report } = told;
  let byNewModel = false;
  const onVersion = () => {
    byNewModel = true;
    lists.learned();
  };
  const data = { folder, resources: rules.resources };
  const upkeep = createUpkeep(workspace, createCalibration(data), onVersion, report);
  const lists = startLists(
    listThread,
    (made) => {
      upkeep.keep(made);
      if (made.kind !== 'scores') return;
      const { feed, outdated } = made;
      told.event({ name: 'list.rescored', payload: { feedId: feed.id, byNewModel, outdated } });
      byNewModel = false;
    },
    told.died,
  );
  const importTools: ImportTools = {
    ...data,
    workspace,
    onProgress: (payload) => told.event({ name: 'import.progress', payload }),
    onStored: ({ id }) => openFirst(lists, id),
    onTrouble: told.trouble,
  };
  const imports = createImports(importTools);
  const offers = createOffers(importTools);
  const jobs = createJobs(report);
  const onNews = (payload: Parameters<Parameters<typeof createPoller>[0]['onNews']>[0]) =>
    told.event({ name: 'subscription.news', payload });
  const { readonly } = workspace.db;
  const poller = readonly ? IDLE_POLLER : createPoller({ workspace, onNews, report });
  const journal = readonly ? () => undefined : followBehind(workspace, told.trouble);
  journal();
  const timer = readonly ? null : startBackupTimer({ workspace, folder, onTrouble: told.trouble });
  const checkpoints = readonly ? null : startCheckpoints(workspace, folder, report);
  if (first !== null) warmUp({ workspace, lists }, first).catch(report);
  return {
    desk: { workspace, folder, version: VERSION, sample, jobs, lists, imports, rules, offers, poller },
    upkeep,
    onVersion,
    identity: fileIdentity(workspace.file),
    journal,
    async close() {
      timer?.stop();
      await upkeep.stop();
      await imports.stop();
      await poller.stop();
      await lists.stop();
      await checkpoints?.stop();
      closeWorkspace(workspace);
    },
  };
}

/** Nothing is fetched for a workspace that is only looked at. */
const IDLE_POLLER: Poller = {
  poll: () => undefined,
  isPolling: () => false,
  changed: () => undefined,
  stop: async () => undefined,
};
