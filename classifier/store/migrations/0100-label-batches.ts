/**
 * Labels that were given in one step, such as those of a whole cluster, share a `batch`: the id of the request that
 * gave them. They are undone in one step too, and the undo's events share the id of its request.
 */
export const labelBatches = `
  ALTER TABLE label_event ADD COLUMN batch TEXT;
  CREATE INDEX label_event_by_batch ON label_event (batch, id) WHERE batch IS NOT NULL;
`;
