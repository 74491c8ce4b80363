/** The pages of the window, in the order of their keys. */
export const VIEWS = ['desk', 'model', 'today', 'editors'] as const;

export type View = (typeof VIEWS)[number];

/** True for the name of a page. */
export function isView(name: string): name is View {
  return (VIEWS as readonly string[]).includes(name);
}
