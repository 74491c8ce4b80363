import { done, failed, type Result } from '#classifier/core/result.ts';
import { type Trouble, trouble } from '#classifier/core/trouble.ts';
import { type Output, openFileOutput, shownOutput, streamOutput } from '../output.ts';
import type { Terminal } from '../terminal.ts';
import { STDIN } from './feed-parts.ts';
import { findPlace, forgetPlace, inputIdentity, type Place, type RunIdentity, savePlace } from './place.ts';

/** Where a run writes to, and how it can be gone on with after it was stopped. */
export interface Target {
  readonly output: Output;
  /** Where the run begins; null at the start. */
  readonly from: Place | null;
  /** The file that is written to; null for standard output. */
  readonly path: string | null;
  /** Whether places can be kept. */
  readonly isResumable: boolean;
  keepPlace(place: Place): Promise<void>;
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
  const isResumable = out !== undefined && !isTable && !files.includes(STDIN);
  if (resume && !isResumable) return failed(notResumable());
  if (out === undefined) {
    // A table is made for terminals, with colours.
    const output = standard.isTTY && !isTable ? shownOutput(standard) : streamOutput(standard);
    return done(plainTarget(output, null));
  }
  if (!isResumable) {
    const output = await openFileOutput(out);
    return output.ok ? done(plainTarget(output.value, out)) : output;
  }
  const identity = await identityOf(wish);
  const found = resume ? await findPlace(out, identity) : done(null);
  if (!found.ok) return found;
  const from = found.value;
  if (from === null) await forgetPlace(out);
  const output = await openFileOutput(out, from?.written ?? 0);
  if (!output.ok) return output;
  return done({
    output: output.value,
    from,
    path: out,
    isResumable,
    keepPlace: async (place) => void (await savePlace(out, identity, place)),
    forgetPlace: () => forgetPlace(out),
  });
}

function plainTarget(output: Output, path: string | null): Target {
  const nothing = async (): Promise<void> => undefined;
  return { output, from: null, path, isResumable: false, keepPlace: nothing, forgetPlace: nothing };
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
