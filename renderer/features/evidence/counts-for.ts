/** How many headlines one label counts for in the support of a sign; the store's LABEL_WEIGHT, as a test sees to. */
export const COUNTS_FOR = { desk: 5, shipped: 1 } as const;
