/** The two independent questions asked of every headline. Source: labels/README.md. */
export const AXES = ['sensational', 'implausible'] as const;

export type Axis = (typeof AXES)[number];

/** An editor's answer on both axes. Credible means that both are false. */
export type Label = Readonly<Record<Axis, boolean>>;

/** A label that may leave an axis unanswered: null. */
export type PartialLabel = Readonly<Record<Axis, boolean | null>>;

/** Neither sensational nor implausible. */
export const CREDIBLE: Label = { sensational: false, implausible: false };

/** True when two labels give the same answer on both axes. */
export function sameLabel(a: Label, b: Label): boolean {
  return AXES.every((axis) => a[axis] === b[axis]);
}

/** One value for each axis. */
export function byAxis<T>(make: (axis: Axis) => T): Record<Axis, T> {
  return { sensational: make('sensational'), implausible: make('implausible') };
}
