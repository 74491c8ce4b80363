import type { Preferences } from '#contract/preferences.ts';
import { ACTION_NAMES, type ActionName, actionOf, type Scope } from './actions.ts';
import type { Chord } from './chord.ts';

type ChosenKeys = Preferences['keys'];

/** The keys of an action: those that stay, and those of the editor's choice, else the usual ones. */
export function keysOf(name: ActionName, chosen: ChosenKeys): readonly Chord[] {
  const { keys, fixed = [] } = actionOf(name);
  return [...(chosen[name] ?? keys), ...fixed];
}

/** The action that a key asks for on a page; null for none. */
export function actionFor(chord: Chord, chosen: ChosenKeys, scope: Scope): ActionName | null {
  const asked = ACTION_NAMES.find((name) => keysOf(name, chosen).includes(chord));
  if (asked === undefined) return null;
  return scope === 'desk' || actionOf(asked).scope === 'everywhere' ? asked : null;
}

/** Why a key cannot be given to an action. */
export type Refusal =
  | { readonly kind: 'clash'; readonly with: ActionName }
  | { readonly kind: 'reserved' }
  | { readonly kind: 'too-many' };

/** Keys with Ctrl or Cmd that the system, the menu and fields of text use. */
const RESERVED = /^Mod\+(Shift\+)?([acvxqwmhopsnrtfkyz=\-0-9]|Enter|Backspace|Delete|Arrow\w+|Home|End)$/;
/** Keys that lead through the window and its fields. */
const NAVIGATION = /^(Shift\+)?(Enter|Backspace|Delete|ArrowDown|ArrowUp|PageDown|PageUp|Home|End)$/;
const MOST_KEYS = 4;

/** Why a key cannot be added to an action; null where it can. A key stands for one action only, wherever one is. */
export function refusalOf(chord: Chord, name: ActionName, chosen: ChosenKeys): Refusal | null {
  const holder = ACTION_NAMES.find((other) => keysOf(other, chosen).includes(chord));
  if (holder !== undefined) return { kind: 'clash', with: holder };
  if (RESERVED.test(chord) || NAVIGATION.test(chord)) return { kind: 'reserved' };
  return (chosen[name] ?? actionOf(name).keys).length >= MOST_KEYS ? { kind: 'too-many' } : null;
}

/** The chosen keys with one more. */
export function withKey(chord: Chord, name: ActionName, chosen: ChosenKeys): ChosenKeys {
  return { ...chosen, [name]: [...(chosen[name] ?? actionOf(name).keys), chord] };
}

/** The chosen keys without one. */
export function withoutKey(chord: Chord, name: ActionName, chosen: ChosenKeys): ChosenKeys {
  return { ...chosen, [name]: (chosen[name] ?? actionOf(name).keys).filter((key) => key !== chord) };
}

/** The chosen keys with those of one action as usual again, unless one of them is taken now. */
export function withUsualKeys(name: ActionName, chosen: ChosenKeys): ChosenKeys {
  const { [name]: _own, ...others } = chosen;
  const free = actionOf(name).keys.filter((key) =>
    ACTION_NAMES.every((other) => other === name || !keysOf(other, others).includes(key)),
  );
  return free.length === actionOf(name).keys.length ? others : { ...others, [name]: free };
}
