/** The members of all clusters, end to end. */
export interface ClusterMembers {
  /** How many headlines the cluster has that a headline begins; 0 for headlines that begin none. */
  readonly sizes: Int32Array;
  /** The members of the cluster that the headline `first` begins, in ascending order. */
  readonly of: (first: number) => Int32Array;
}

/** Lists the members of each cluster; `firsts` names for each headline the first of its cluster. */
export function clusterMembers(firsts: Int32Array): ClusterMembers {
  const count = firsts.length;
  const sizes = new Int32Array(count);
  for (const first of firsts) sizes[first] = (sizes[first] as number) + 1;
  const ends = new Int32Array(count);
  let before = 0;
  for (let first = 0; first < count; first += 1) {
    ends[first] = before;
    before += sizes[first] as number;
  }
  const members = new Int32Array(count);
  for (let at = 0; at < count; at += 1) {
    const first = firsts[at] as number;
    members[ends[first] as number] = at;
    ends[first] = (ends[first] as number) + 1;
  }
  return {
    sizes,
    of: (first) =>
      members.subarray((ends[first] as number) - (sizes[first] as number), ends[first] as number),
  };
}
