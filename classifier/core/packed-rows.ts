/**
 * Sparse rows laid over one another (row displacement: Tarjan and Yao 1979, doi 10.1145/359168.359175). Row r has a
 * target at a column where `cells[2 * (bases[r] + column)]` is r: the number behind it. Elsewhere it has none.
 */
export interface PackedRows {
  readonly bases: Int32Array;
  readonly cells: Int32Array;
}

/** Row 0 has no targets. */
const FREE = 0;

/** Packs rows of targets by column, from 1 and below `width`. Row 0 must be empty. The longest rows are placed first. */
export function packRows(rows: readonly ReadonlyMap<number, number>[], width: number): PackedRows {
  const total = rows.reduce((sum, row) => sum + row.size, 0);
  const bases = new Int32Array(rows.length);
  let cells = new Int32Array(2 * (total + width + 1));
  let used = 0;
  let firstFree = 1;
  let length = 0;
  let from = 0;
  const order = rows.flatMap((row, index) => (row.size > 0 ? [index] : []));
  order.sort((a, b) => (rows[b]?.size ?? 0) - (rows[a]?.size ?? 0) || a - b);
  for (const index of order) {
    const row = rows[index] as ReadonlyMap<number, number>;
    const columns = [...row.keys()].sort((a, b) => a - b);
    const [first = 0] = columns;
    // Rows of one length seek from where the last of them found room: what lies before has been tried.
    if (row.size !== length) from = firstFree;
    length = row.size;
    let base = Math.max(0, from - first);
    while (columns.some((column) => isTaken(cells, base + column))) base += 1;
    if (2 * (base + width) >= cells.length) cells = enlarged(cells, 2 * (base + width + 1));
    for (const column of columns) {
      cells[2 * (base + column)] = index;
      cells[2 * (base + column) + 1] = row.get(column) as number;
    }
    bases[index] = base;
    used = Math.max(used, base);
    from = Math.max(from, base + first);
    while (isTaken(cells, firstFree)) firstFree += 1;
  }
  return { bases, cells: cells.slice(0, 2 * (used + width)) };
}

function isTaken(cells: Int32Array, cell: number): boolean {
  return 2 * cell < cells.length && cells[2 * cell] !== FREE;
}

function enlarged(cells: Int32Array<ArrayBuffer>, size: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(size, cells.length * 2));
  larger.set(cells);
  return larger;
}
