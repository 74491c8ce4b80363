import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { BACKUPS } from '#classifier/store/backup.ts';
import { backupName } from '#classifier/store/backup-names.ts';
import { fileIdentity, replacedTrouble } from '#classifier/store/file-identity.ts';
import { followStore } from '#classifier/store/open-workspace.ts';
import { storeTrouble } from '#classifier/store/store-trouble.ts';
import type { EngineAnswers, EngineRequest } from '#contract/channels.ts';
import type { FromEngine, ToEngine } from '#contract/engine-protocol.ts';
import { BACKUP_REQUEST_NAMES, type BackupRequest } from '#contract/names.ts';
import { BACKUP_HANDLERS } from './backups/handlers.ts';
import { type Desk, HANDLERS } from './handlers.ts';
import type { PreparedDesk, Running } from './open-desk.ts';

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
  'forget.carry-out',
]);

const OF_BACKUPS: ReadonlySet<string> = new Set(BACKUP_REQUEST_NAMES);

/** A workspace in use: open, open for reading only, or damaged. */
export interface Session {
  /** Opens the workspace and says so. */
  start(): Promise<void>;
  receive(request: ToEngine): Promise<void>;
  /** What ended the list thread: a damaged page, or something that ends the engine too. */
  died(error: unknown): void;
  end(): Promise<void>;
}

/** Answers requests on a workspace that may turn out damaged, or gone, at any time. */
export function createSession(prepared: PreparedDesk, tell: (message: FromEngine) => void): Session {
  let running: Running | null = null;
  let damage: Trouble | null = null;

  async function open(): Promise<Trouble | null> {
    const opened = await prepared.open();
    running = opened.ok ? opened.value : null;
    damage = opened.ok ? null : opened.trouble;
    return damage;
  }

  function say(problem: Trouble | null): void {
    if (problem === null) tell({ kind: 'ready' });
    else if (problem.code === 'store-damaged' || problem.code === 'store-replaced')
      tell({ kind: 'damaged', trouble: problem });
    else {
      tell({ kind: 'failed', trouble: problem });
      process.disconnect?.();
    }
  }

  async function close(): Promise<void> {
    const closing = running;
    running = null;
    await closing?.close();
  }

  /** From now on only backups are asked for. */
  async function damaged(problem: Trouble): Promise<void> {
    if (damage !== null) return;
    damage = problem;
    if (problem.code === 'store-replaced') await rescue(prepared, running);
    await close();
    say(problem);
  }

  const room = {
    folder: prepared.folder,
    now: prepared.now,
    async closedFor<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
      damage ??= restoring();
      await close();
      const outcome = await work().catch(
        (error): Result<Value> => failed(storeTrouble(error, prepared.folder)),
      );
      const problem = await open();
      // The answer goes first: what is sent again at `ready` must not be this very request.
      setImmediate(() => say(problem));
      return outcome;
    },
    async look(): Promise<Result<null>> {
      const opened = await prepared.look();
      if (!opened.ok) return opened;
      await close();
      running = opened.value;
      damage = null;
      const limits = onlyRead(opened.value.desk.workspace.file);
      setImmediate(() => {
        say(null);
        tell({ kind: 'trouble', trouble: limits });
      });
      return done(null);
    },
  };

  async function answer(request: ToEngine): Promise<Answer> {
    if (isOfBackups(request)) {
      const handle = BACKUP_HANDLERS[request.channel] as (of: typeof room, args: unknown) => Promise<Answer>;
      return handle(room, request.args).catch((error) => failed(storeTrouble(error, prepared.folder)));
    }
    if (running === null) return failed(damage ?? restoring());
    const answered = await answerOn(running, request);
    // While it was answered the workspace may have been closed.
    if (!answered.ok && running !== null && isEnd(answered.trouble, running)) await damaged(answered.trouble);
    return answered;
  }

  return {
    start: async () => say(await open()),
    async receive(request) {
      tell({ kind: 'answer', id: request.id, result: await answer(request) });
      if (running === null) return;
      if (LEARNS.has(request.channel)) {
        running.desk.lists.learned();
        running.upkeep.due();
      }
      if (MAKES_VERSION.has(request.channel)) running.onVersion();
    },
    died(error) {
      const problem = storeTrouble(error, prepared.folder);
      if (problem.code !== 'store-damaged') throw error;
      void damaged(problem);
    },
    end: close,
  };
}

function isOfBackups(request: ToEngine): request is Extract<ToEngine, { channel: BackupRequest }> {
  return OF_BACKUPS.has(request.channel);
}

/** Runs one request; what SQLite throws becomes a trouble, and the engine goes on. */
async function answerOn({ desk, identity, journal }: Running, request: ToEngine): Promise<Answer> {
  const { workspace } = desk;
  const { db, file } = workspace;
  try {
    if (!db.readonly && fileIdentity(file) !== identity) return failed(replacedTrouble(file));
    const handle = HANDLERS[request.channel as keyof typeof HANDLERS] as (
      desk: Desk,
      args: unknown,
    ) => Answer | Promise<Answer>;
    if (followStore(workspace)) desk.lists.reload();
    const answered = await handle(desk, request.args);
    if (LEARNS.has(request.channel)) journal();
    return answered;
  } catch (error) {
    const problem = storeTrouble(error, file);
    return failed(db.readonly && problem.code === 'store-unwritable' ? onlyRead(file) : problem);
  }
}

/** Whether the workspace cannot be used any more; one that is only looked at goes on as far as it can. */
function isEnd({ code }: Trouble, { desk }: Running): boolean {
  return !desk.workspace.db.readonly && (code === 'store-damaged' || code === 'store-replaced');
}

/** Backs up what the open database still holds though its file is gone. */
async function rescue({ folder, now }: PreparedDesk, running: Running | null): Promise<void> {
  try {
    mkdirSync(join(folder, BACKUPS), { recursive: true });
    await running?.desk.workspace.db.backup(join(folder, BACKUPS, backupName('restore', now())));
  } catch (error) {
    process.stderr.write(`[engine] ${String(error)}\n`);
  }
}

function restoring(): Trouble {
  return trouble(
    'cancelled',
    '正在恢复备份，这一步没有做。',
    'A backup is being restored; this step was not done.',
  );
}

function onlyRead(file: string): Trouble {
  return trouble(
    'store-unwritable',
    '工作区已损坏，现在是只读打开：可以看、可以导出，但不能保存任何改动。要继续工作，请恢复备份。',
    'The workspace is damaged and open for reading only: you can look and export, but no change can be saved. Restore a backup to go on working.',
    { file },
  );
}
