import { z } from 'zod';

export const THEMES = ['system', 'light', 'dark'] as const;
/** Sizes of text, as a share of the usual one. */
export const TEXT_SIZES = [0.9, 1, 1.15, 1.3, 1.5, 2] as const;

export type Theme = (typeof THEMES)[number];

const theme = z.enum(THEMES);
const textSize = z.literal(TEXT_SIZES);
/** Keys that an editor has chosen, by the name of the action; none for an action that is to have no key. */
const keys = z.record(z.string().max(40), z.array(z.string().max(30)).max(4).readonly());
const view = z.string().max(20);
const feedId = z.union([z.int().positive(), z.literal('all')]).nullable();

const SHAPE = { theme, textSize, keys, isTourSeen: z.boolean(), view, feedId };

const WHOLE = z.strictObject(SHAPE);

/** What the page may change of {@link Preferences}. */
export const PREFERENCE_CHANGE = z.strictObject({
  theme: theme.exactOptional(),
  textSize: textSize.exactOptional(),
  keys: keys.exactOptional(),
  isTourSeen: z.boolean().exactOptional(),
  view: view.exactOptional(),
  feedId: feedId.exactOptional(),
});
export type PreferenceChange = z.infer<typeof PREFERENCE_CHANGE>;

/** What the window remembers from one start to the next. */
export type Preferences = z.infer<typeof WHOLE>;

export const FIRST_PREFERENCES: Preferences = {
  theme: 'system',
  textSize: 1,
  keys: {},
  isTourSeen: false,
  view: 'desk',
  feedId: null,
};

/** Preferences from what was stored; what is missing or cannot be read is as at the first start. */
export function readPreferences(stored: unknown): Preferences {
  const values = z.record(z.string(), z.unknown()).catch({}).parse(stored);
  const known = Object.entries(SHAPE).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(values[name]);
    return parsed.success ? [[name, parsed.data] as const] : [];
  });
  return { ...FIRST_PREFERENCES, ...Object.fromEntries(known) };
}
