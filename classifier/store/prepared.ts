import type Database from 'better-sqlite3';

type Statement = Database.Statement<unknown[], unknown>;

const rowsByStore = new WeakMap<Database.Database, Map<string, Statement>>();
const columnsByStore = new WeakMap<Database.Database, Map<string, Statement>>();

/**
 * A statement that is prepared once for a database: for what each label asks anew, where preparing takes longer than
 * running. It must not be plucked: see {@link preparedColumn}.
 */
export function prepared<Parameters extends unknown[], Row = unknown>(
  db: Database.Database,
  sql: string,
): Database.Statement<Parameters, Row> {
  return once(rowsByStore, db, sql, () => db.prepare(sql)) as unknown as Database.Statement<Parameters, Row>;
}

/** The same for a statement of which only the first column is read. */
export function preparedColumn<Parameters extends unknown[]>(
  db: Database.Database,
  sql: string,
): Database.Statement<Parameters, unknown> {
  return once(columnsByStore, db, sql, () => db.prepare(sql).pluck()) as unknown as Database.Statement<
    Parameters,
    unknown
  >;
}

function once(
  byStore: WeakMap<Database.Database, Map<string, Statement>>,
  db: Database.Database,
  sql: string,
  make: () => Statement,
): Statement {
  const known = byStore.get(db) ?? new Map<string, Statement>();
  byStore.set(db, known);
  const statement = known.get(sql) ?? make();
  known.set(sql, statement);
  return statement;
}
