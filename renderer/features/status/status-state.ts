import type { Label } from '#classifier/core/axis.ts';
import type { Trouble } from '#classifier/core/trouble.ts';
import type { WorkField } from '#contract/desk-views.ts';
import type { ImportProgress } from '#contract/events.ts';
import type { ExportView, ImportView, StepView, WorkspaceView } from '#contract/views.ts';

/** The last step that is on disk; `at` is ISO 8601, UTC. */
export type Saved =
  /** `text` is the first of `count` headlines. */
  | {
      readonly kind: 'label';
      readonly at: string;
      readonly text: string;
      readonly count: number;
      readonly label: Label | null;
    }
  | {
      readonly kind: 'work';
      readonly at: string;
      readonly text: string;
      readonly count: number;
      readonly field: WorkField;
      readonly value: string | null;
    }
  | { readonly kind: 'turned'; readonly at: string; readonly view: StepView };

export type Message =
  | { readonly kind: 'imported'; readonly view: ImportView }
  | { readonly kind: 'exported'; readonly view: ExportView }
  | { readonly kind: 'engine'; readonly state: 'restarting' | 'restarted' }
  | { readonly kind: 'one-line' | 'agree-to-many' | 'agree-to-nothing' | 'list-moved' | 'rows-missing' }
  | { readonly kind: 'too-many'; readonly count: number; readonly most: number }
  | { readonly kind: 'dropped' | 'unskipped'; readonly count: number }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** A message that stays until it is dismissed or a newer one of its kind takes its place. */
export interface Notice {
  readonly id: number;
  readonly message: Message;
}

export interface StatusState {
  readonly saved: Saved | null;
  readonly about: WorkspaceView | null;
  /** Null while no long import is under way. */
  readonly importing: ImportProgress | null;
  /** Oldest first. */
  readonly notices: readonly Notice[];
  readonly nextNotice: number;
}

export type StatusAction =
  | { readonly type: 'saved'; readonly saved: Saved }
  | { readonly type: 'about-came'; readonly about: WorkspaceView }
  | { readonly type: 'import-went-on'; readonly progress: ImportProgress | null }
  | { readonly type: 'noticed'; readonly message: Message }
  | { readonly type: 'dismissed'; readonly id: number };

export const EMPTY_STATUS: StatusState = {
  saved: null,
  about: null,
  importing: null,
  notices: [],
  nextNotice: 1,
};

/** More messages than these nobody reads; the oldest goes. */
const MOST_NOTICES = 4;

export function reduceStatus(state: StatusState, action: StatusAction): StatusState {
  switch (action.type) {
    case 'saved':
      return { ...state, saved: action.saved };
    case 'about-came':
      return { ...state, about: action.about };
    case 'import-went-on':
      return { ...state, importing: action.progress };
    case 'noticed':
      return withNotice(state, action.message);
    case 'dismissed':
      return { ...state, notices: state.notices.filter((notice) => notice.id !== action.id) };
  }
}

function withNotice(state: StatusState, message: Message): StatusState {
  const others = state.notices.filter((notice) => !isReplaced(notice.message, message));
  const notices = [...others, { id: state.nextNotice, message }].slice(-MOST_NOTICES);
  return { ...state, notices, nextNotice: state.nextNotice + 1 };
}

/** Troubles stand beside each other, unless they are the same. */
function isReplaced(old: Message, message: Message): boolean {
  if (old.kind === 'trouble' && message.kind === 'trouble') {
    return old.trouble.sentence.zh === message.trouble.sentence.zh;
  }
  return old.kind === message.kind;
}
