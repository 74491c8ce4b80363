/** A stretch of the log: the events after `after`, up to and with `upTo`. */
export interface Stretch {
  readonly after: number;
  readonly upTo: number;
}

/** The stretches of the log that a model has not learned, in order, without overlap. */
export type LeftOutEvents = readonly Stretch[];

/** Whether an event lies in one of the stretches. */
export function isLeftOut(leftOut: LeftOutEvents, eventId: number): boolean {
  return leftOut.some(({ after, upTo }) => eventId > after && eventId <= upTo);
}

/** The stretches and one more that ends behind all of them; those that it reaches into are joined with it. */
export function leaveOutAlso(leftOut: LeftOutEvents, added: Stretch): LeftOutEvents {
  if (added.after >= added.upTo) return leftOut;
  const apart = leftOut.filter(({ upTo }) => upTo < added.after);
  const joined = leftOut.filter(({ upTo }) => upTo >= added.after);
  return [...apart, { after: Math.min(added.after, ...joined.map(({ after }) => after)), upTo: added.upTo }];
}
