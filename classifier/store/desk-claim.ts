import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { storeTrouble } from './store-trouble.ts';

/** The file whose lock says that a desk is open here. Empty, and of no use when nothing is open. */
const CLAIM_NAME = 'desk.lock';

/** A workspace's desk, claimed by this process. */
export interface DeskClaim {
  release(): void;
}

/**
 * Claims a workspace for one desk at a time: a second window would show what the first has changed long ago. Commands may
 * still read and write beside it. The claim is SQLite's lock on a file of its own, which the system takes back from a
 * process however it ends. Fails with `store-busy` where another desk has it, after `patience` milliseconds.
 */
export function claimDesk(folder: string, patience: number): Result<DeskClaim> {
  let db: Database.Database | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    db = new Database(join(folder, CLAIM_NAME), { timeout: patience });
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
    const held = db;
    return done({ release: () => void held.close() });
  } catch (error) {
    db?.close();
    return failed(storeTrouble(error, folder));
  }
}
