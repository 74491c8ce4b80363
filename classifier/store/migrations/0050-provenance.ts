/** Whatever else a label file says of a label, as JSON; and a log from which nothing can be deleted by mistake. */
export const provenance = `
  ALTER TABLE label_event ADD COLUMN extra TEXT;

  CREATE TRIGGER label_event_stays BEFORE DELETE ON label_event
  BEGIN SELECT RAISE(ABORT, 'label events are never deleted'); END;
`;
