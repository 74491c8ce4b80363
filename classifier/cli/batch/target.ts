import { stat } from 'node:fs/promises';
import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { STDIN } from '../input-name.ts';
import { type Output, openFileOutput, shownOutput, streamOutput } from '../output.ts';
import type { Terminal } from '../terminal.ts';
import { findPlace, forgetPlace, inputIdentity, type Place, type RunIdentity, savePlace } from './place.ts';

/** Where a run writes to, and how it can be gone on with after it was stopped. */
export interface Target {
  readonly output: Output;
  /** Where the run begins; null at the start. */
  readonly from: Place | null;
  /** Whether places can be kept. */
  readonly isResumable: boolean;
  /** Fails where there is then no place to go on from: neither this one nor an earlier one. */
  keepPlace(place: Place): Promise<Result<void>>;
  forgetPlace(): Promise<void>;
}

/** What is asked of a target. */
export interface TargetWish {
  readonly files: readonly string[];
  readonly out: string | undefined;
  readonly resume: boolean;
  readonly isTable: boolean;
  readonly model: string;
  /** Everything else on which the output depends. */
  readonly options: string;
}

/** Opens the output of a run: standard output, a file from its start on, or the rest of one that was stopped. */
export async function openTarget(wish: TargetWish, standard: Terminal['data']): Promise<Result<Target>> {
  const { out, files, isTable, resume } = wish;
  const isResumable = out !== undefined && !isTable && !files.includes(STDIN) && (await isFile(out));
  if (resume && !isResumable) return failed(notResumable());
  if (out === undefined) {
    // A table is made for terminals, with colours.
    const output = standard.isTTY && !isTable ? shownOutput(standard) : streamOutput(standard);
    return done(plainTarget(output));
  }
  if (!isResumable) {
    const output = await openFileOutput(out);
    return output.ok ? done(plainTarget(output.value)) : output;
  }
  const identity = await identityOf(wish);
  const found = resume ? await findPlace(out, identity) : done(null);
  if (!found.ok) return found;
  const from = found.value;
  if (from === null) await forgetPlace(out);
  const output = await openFileOutput(out, from?.written ?? 0);
  if (!output.ok) return output;
  let isKept = from !== null;
  return done({
    output: output.value,
    from,
    isResumable,
    async keepPlace(place) {
      const saved = await savePlace(out, identity, place);
      isKept ||= saved.ok;
      return isKept ? done(undefined) : saved;
    },
    forgetPlace: () => forgetPlace(out),
  });
}

function plainTarget(output: Output): Target {
  return {
    output,
    from: null,
    isResumable: false,
    keepPlace: async () => done(undefined),
    forgetPlace: async () => undefined,
  };
}

/** Whether a regular file has this name, or may get it. */
function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => true,
  );
}

async function identityOf({ files, model, options }: TargetWish): Promise<RunIdentity> {
  const inputs = await Promise.all(files.map((file) => inputIdentity(file)));
  return { model, options, inputs };
}

function notResumable(): Trouble {
  return trouble(
    'request-invalid',
    '--resume 要同时有 --out、jsonl 或 csv 格式，输入是文件而不是标准输入。',
    '--resume needs --out, the format jsonl or csv, and files rather than standard input.',
  );
}
