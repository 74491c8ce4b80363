import type Database from 'better-sqlite3';

/** A list that is kept under a name; `choice` is JSON that the store does not look into. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly choice: string;
}

/** All views, in the order in which they were first kept. */
export function savedViews(db: Database.Database): SavedView[] {
  return db.prepare<[], SavedView>('SELECT id, name, choice FROM saved_view ORDER BY place').all();
}

/** Keeps a view; one with this id is changed in its place. */
export function putView(db: Database.Database, view: SavedView): void {
  db.prepare(
    `INSERT INTO saved_view (id, name, choice, place)
     VALUES (@id, @name, @choice, (SELECT coalesce(max(place), 0) + 1 FROM saved_view))
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, choice = excluded.choice`,
  ).run(view);
}

/** Removes a view; one that is gone already stays so. */
export function removeView(db: Database.Database, id: string): void {
  db.prepare('DELETE FROM saved_view WHERE id = ?').run(id);
}
