import type Database from 'better-sqlite3';
import { eventsBetween, eventsOf, holdingEvents, type LabelEvent } from './label-events.ts';
import { isLeftOut, type LeftOutEvents } from './left-out-events.ts';
import { standingOf } from './standing.ts';

/**
 * The label of a headline that a model learns from: the one that would hold without the events that are left out. None
 * while editors differ.
 */
export function taughtEvent(
  db: Database.Database,
  digest: string,
  leftOut: LeftOutEvents,
): LabelEvent | undefined {
  return taughtBy(eventsOf(db, digest), leftOut);
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
    const taught = taughtBy(events, leftOut);
    return taught === undefined ? [] : [taught];
  });
}

/** The headlines with events in the stretches. */
export function digestsIn(db: Database.Database, leftOut: LeftOutEvents): Set<string> {
  return new Set(
    leftOut.flatMap(({ after, upTo }) => eventsBetween(db, after, upTo).map((event) => event.digest)),
  );
}

function taughtBy(events: readonly LabelEvent[], leftOut: LeftOutEvents): LabelEvent | undefined {
  return standingOf(events, (event) => isLeftOut(leftOut, event.id)).holds;
}
