import { FIRST_PREFERENCES, type Preferences } from '#contract/preferences.ts';

/** What can lie over the window. */
export type Sheet =
  | 'backups'
  | 'lists'
  | 'commands'
  | 'help'
  | 'settings'
  | 'manual'
  | 'subscriptions'
  | 'tour'
  | 'export';

/** The window around its pages. */
export interface ShellState {
  readonly sheet: Sheet | null;
  readonly preferences: Preferences;
}

export type ShellAction =
  | { readonly type: 'sheet-shown'; readonly sheet: Sheet }
  | { readonly type: 'sheet-closed' }
  | { readonly type: 'preferences-came'; readonly preferences: Preferences };

/** Until the preferences have come there is no tour. */
export const FIRST_SHELL: ShellState = {
  sheet: null,
  preferences: { ...FIRST_PREFERENCES, isTourSeen: true },
};

export function reduceShell(state: ShellState, action: ShellAction): ShellState {
  switch (action.type) {
    case 'sheet-shown':
      return { ...state, sheet: action.sheet };
    case 'sheet-closed':
      return { ...state, sheet: null };
    case 'preferences-came':
      return { ...state, preferences: action.preferences };
  }
}
