/** A sentence for the editor in both languages of the interface. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}

/** Where it went wrong. Lines and rows count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly row?: number;
}

/** Every way in which input, files or the store can disappoint; the interface may branch on the code. */
const TROUBLE_CODES = [
  'file-missing',
  'file-is-folder',
  'file-unreadable',
  'file-empty',
  'file-too-large',
  'file-not-utf8',
  'file-has-nul',
  'file-unwritable',
  'file-damaged',
  'file-changed',
  'file-kind-unsupported',
  'encoding-unknown',
  'column-missing',
  'archive-unsafe',
  'line-too-long',
  'no-headlines',
  'line-not-json',
  'line-without-headline',
  'label-invalid',
  'rules-invalid',
  'address-refused',
  'address-not-opened',
  'feed-unreachable',
  'feed-invalid',
  'model-invalid',
  'model-other-version',
  'model-damaged',
  'model-other-key',
  'store-unwritable',
  'store-full',
  'store-damaged',
  'store-replaced',
  'store-newer',
  'store-busy',
  'store-failed',
  'network-drive',
  'not-found',
  'too-many',
  'nothing-to-undo',
  'nothing-to-redo',
  'request-invalid',
  'request-failed',
  'engine-stopped',
  'cancelled',
  'unexpected',
] as const;

export type TroubleCode = (typeof TROUBLE_CODES)[number];

/** One thing that went wrong: a code for programs, a sentence for people, and the place. */
export interface Trouble {
  readonly code: TroubleCode;
  readonly sentence: Sentence;
  readonly place: Place;
}

/** Builds a trouble from its sentence in both languages. */
export function trouble(code: TroubleCode, zh: string, en: string, place: Place = {}): Trouble {
  return { code, sentence: { zh, en }, place };
}

/** One line for a terminal or a log: `file:line: sentence`. */
export function troubleLine(problem: Trouble, language: keyof Sentence): string {
  const { file, line, row } = problem.place;
  const where = [file, line ?? row].filter((part) => part !== undefined).join(':');
  const sentence = problem.sentence[language];
  return where === '' ? sentence : `${where}: ${sentence}`;
}
