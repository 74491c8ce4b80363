/** Which headlines of a list tell the same story: found once, as a list of 100,000 takes half a second to go through. */
export const stories = `
  CREATE TABLE feed_story (
    feed_id INTEGER PRIMARY KEY REFERENCES feed (id) ON DELETE CASCADE,
    data BLOB NOT NULL
  ) STRICT;
`;
