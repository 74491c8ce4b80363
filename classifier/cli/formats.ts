/** Values of --format. */
export const FORMATS = ['table', 'jsonl', 'csv'] as const;

export type Format = (typeof FORMATS)[number];
