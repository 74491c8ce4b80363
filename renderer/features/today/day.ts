/** One day of the window's place: its first moment, that of the day after, and its name, as 2026-01-31. */
export interface Day {
  /** ISO 8601, UTC. */
  readonly from: string;
  readonly to: string;
  readonly day: string;
}

/** The day so many days from the one of a moment; it may have 23 or 25 hours. */
export function dayAt(now: Date, shift: number): Day {
  const [from, to] = [shift, shift + 1].map(
    (days) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days),
  ) as [Date, Date];
  const day = [from.getFullYear(), from.getMonth() + 1, from.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return { from: from.toISOString(), to: to.toISOString(), day };
}
