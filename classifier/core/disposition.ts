/** What becomes of a headline, whatever its label: 待办, 核查中, 可用, 弃用. */
export const DISPOSITIONS = ['todo', 'checking', 'usable', 'rejected'] as const;

export type Disposition = (typeof DISPOSITIONS)[number];
