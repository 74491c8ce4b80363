import { z } from 'zod';
import { DISPOSITIONS } from '#classifier/core/disposition.ts';
import type { AgreementView, EditorsView, TodayView, UnskipView, WorkView } from './desk-views.ts';
import { type DeskRequest, MOST_AT_ONCE } from './names.ts';

const nothing = z.strictObject({});
const requestId = z.uuid();
const id = z.int().positive();
const others = z.array(id).max(MOST_AT_ONCE).readonly();
const name = z.string().max(60);
const label = z.strictObject({ sensational: z.boolean(), implausible: z.boolean() });
const digest = z.string().regex(/^[0-9a-f]{32}$/);

/** One field of desk work and its new value; null clears it. */
const change = z.discriminatedUnion('field', [
  z.strictObject({
    field: z.literal('disposition'),
    value: z.enum(DISPOSITIONS).nullable(),
  }),
  z.strictObject({ field: z.literal('note'), value: z.string().min(1).max(4000).nullable() }),
  z.strictObject({ field: z.literal('assignee'), value: z.string().min(1).max(60).nullable() }),
  z.strictObject({ field: z.literal('recheck'), value: z.iso.date().nullable() }),
  z.strictObject({ field: z.literal('flag'), value: z.literal('1').nullable() }),
  z.strictObject({ field: z.literal('skip'), value: z.literal('1').nullable() }),
]);

export type WorkChange = z.infer<typeof change>;

/** Requests of desk work and of several editors. The same requestId twice changes nothing. */
export const DESK_REQUESTS = {
  /** Desk work and editors' labels of a headline. */
  'work.of': z.strictObject({ headlineId: id }),
  /** Saves a change, of `others` too in the same step. */
  'work.put': z.strictObject({ requestId, headlineId: id, others: others.exactOptional(), change }),
  /** Takes the marks of all headlines that were skipped and are not labelled yet, as one step. */
  'work.unskip': z.strictObject({ requestId, feedId: z.union([id, z.literal('all')]) }),
  /** Takes back one step of desk work. */
  'work.undo': z.strictObject({ requestId, eventId: id }),
  /** What was decided from one moment up to another, and what is to be seen to on a day. */
  'work.today': z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime(), day: z.iso.date() }),
  'editors.about': nothing,
  /** Who sits at the desk from now on; empty for the desk as a whole. */
  'editors.choose': z.strictObject({ name }),
  /** Of how many headlines one is to be labelled by two editors. */
  'editors.share': z.strictObject({ oneIn: z.int().min(0).max(100) }),
  'editors.agreement': nothing,
  /** Decides where editors differ. */
  'editors.rule': z.strictObject({ requestId, digest, label }),
  /** Takes back a label or a ruling. */
  'editors.undo': z.strictObject({ requestId, eventId: id }),
} as const satisfies Record<DeskRequest, z.ZodType>;

export interface DeskAnswers {
  'work.of': WorkView;
  'work.put': WorkView;
  'work.unskip': UnskipView;
  'work.undo': null;
  'work.today': TodayView;
  'editors.about': EditorsView;
  'editors.choose': EditorsView;
  'editors.share': EditorsView;
  'editors.agreement': AgreementView;
  'editors.rule': AgreementView;
  'editors.undo': AgreementView;
}
