import type Database from 'better-sqlite3';
import { eventsBetween, eventsOf, holdingEvent, holdingEvents, type LabelEvent } from './label-events.ts';
import { isLeftOut, type LeftOutEvents } from './left-out-events.ts';

/**
 * The label of a headline that a model learns from: the latest that is neither left out nor undone by an event that is
 * not left out. Where nothing is left out it is the label that holds.
 */
export function taughtEvent(
  db: Database.Database,
  digest: string,
  leftOut: LeftOutEvents,
): LabelEvent | undefined {
  return leftOut.length === 0
    ? holdingEvent(db, digest)
    : latestTaught(eventsOf(db, digest), (event) => isLeftOut(leftOut, event.id));
}

/** All labels that a model learns from. */
export function taughtEvents(db: Database.Database, leftOut: LeftOutEvents): LabelEvent[] {
  const taught = new Map(holdingEvents(db, { deskOnly: false }).map((event) => [event.digest, event]));
  for (const digest of digestsIn(db, leftOut)) {
    const event = taughtEvent(db, digest, leftOut);
    if (event === undefined) taught.delete(digest);
    else taught.set(digest, event);
  }
  return [...taught.values()];
}

/** All labels that a model had learned when the log ended at an event. */
export function taughtEventsAt(
  db: Database.Database,
  lastEvent: number,
  leftOut: LeftOutEvents,
): LabelEvent[] {
  const byDigest = Map.groupBy(eventsBetween(db, 0, lastEvent), (event) => event.digest);
  return [...byDigest.values()].flatMap((events) => {
    const taught = latestTaught(events, (event) => isLeftOut(leftOut, event.id));
    return taught === undefined ? [] : [taught];
  });
}

/** The headlines with events in the stretches. */
export function digestsIn(db: Database.Database, leftOut: LeftOutEvents): Set<string> {
  return new Set(
    leftOut.flatMap(({ after, upTo }) => eventsBetween(db, after, upTo).map((event) => event.digest)),
  );
}

/** The latest label among the events of a headline, oldest first, that is neither left out nor undone. */
function latestTaught(
  events: readonly LabelEvent[],
  isOut: (event: LabelEvent) => boolean,
): LabelEvent | undefined {
  const effective = events.filter((event) => !isOut(event));
  const undone = new Set(effective.map((event) => event.undoes));
  return effective.findLast((event) => event.undoes === null && !undone.has(event.id));
}
