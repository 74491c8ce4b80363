/** Values of --format for a list of headlines to label. */
export const QUEUE_FORMATS = ['table', 'jsonl'] as const;

export type QueueFormat = (typeof QUEUE_FORMATS)[number];
