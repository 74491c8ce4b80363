/**
 * Sparse rows laid over one another in two arrays (row displacement: Tarjan and Yao 1979, doi 10.1145/359168.359175).
 * Row r has the target `targets[bases[r] + column]` where `owners[bases[r] + column]` is r, and nothing elsewhere.
 */
export interface PackedRows {
  readonly bases: Int32Array;
  readonly owners: Int32Array;
  readonly targets: Int32Array;
}

const FREE = -1;

/** Packs rows of targets by column, from 1 and below `width`. The longest rows are placed first. */
export function packRows(rows: readonly ReadonlyMap<number, number>[], width: number): PackedRows {
  const total = rows.reduce((sum, row) => sum + row.size, 0);
  const bases = new Int32Array(rows.length);
  let owners = new Int32Array(total + width + 1).fill(FREE);
  let targets = new Int32Array(owners.length);
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
    while (columns.some((column) => base + column < owners.length && owners[base + column] !== FREE))
      base += 1;
    if (base + width >= owners.length) {
      owners = enlarged(owners, base + width + 1, FREE);
      targets = enlarged(targets, owners.length, 0);
    }
    for (const column of columns) {
      owners[base + column] = index;
      targets[base + column] = row.get(column) as number;
    }
    bases[index] = base;
    from = Math.max(from, base + first);
    while (firstFree < owners.length && owners[firstFree] !== FREE) firstFree += 1;
  }
  return { bases, owners, targets };
}

function enlarged(cells: Int32Array<ArrayBuffer>, size: number, filling: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(size, cells.length * 2)).fill(filling);
  larger.set(cells);
  return larger;
}
