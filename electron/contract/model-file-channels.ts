import { z } from 'zod';
import type { Trouble } from '#classifier/core/trouble.ts';
import type { ModelFileRequest } from './names.ts';

const path = z.string().min(1).max(4096);

/** Requests about models that go from one machine to another. */
export const MODEL_FILE_REQUESTS = {
  /** The models that were imported. */
  'model.files': z.strictObject({}),
  /** Writes the present model into one signed file. */
  'model.file-export': z.strictObject({ path }),
  /** Checks a model file and keeps it under its name. */
  'model.file-import': z.strictObject({ path }),
} as const satisfies Record<ModelFileRequest, z.ZodType>;

/** What a model file says of itself. */
export interface ModelFileView {
  /** The name by which an imported model is asked for; the path of an exported one. */
  readonly as: string;
  /** The model's own name, e.g. workspace@12.3. */
  readonly model: string;
  /** Labelled headlines that it has learned, by weight. */
  readonly labels: number;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
  /** The version of Jianwen that made it. */
  readonly program: string;
  /** Of the key that signed it. */
  readonly fingerprint: string;
}

export interface ModelFilesView {
  readonly models: readonly ModelFileView[];
  /** Of files that are there but cannot be used. */
  readonly troubles: readonly Trouble[];
}

export interface ModelFileAnswers {
  'model.files': ModelFilesView;
  'model.file-export': ModelFileView;
  'model.file-import': ModelFileView;
}
