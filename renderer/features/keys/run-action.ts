import type { Disposition } from '#classifier/core/disposition.ts';
import { TEXT_SIZES } from '#contract/preferences.ts';
import type { Desk } from '../../state/desk.ts';
import { DECISIONS } from '../labels/decisions.ts';
import { undoChange } from '../model/model-actions.ts';
import { FILTERS, without } from '../queue/list-choice.ts';
import { selectedOf } from '../queue/queue-state.ts';
import { focusSearch } from '../queue/search-field.ts';
import type { Sheet } from '../shell/shell-state.ts';
import type { View } from '../shell/views.ts';
import type { ActionName } from './actions.ts';

const RUN: Readonly<Record<ActionName, (desk: Desk) => void>> = {
  credible: (desk) => desk.label(DECISIONS[0].label),
  sensational: (desk) => desk.label(DECISIONS[1].label),
  implausible: (desk) => desk.label(DECISIONS[2].label),
  both: (desk) => desk.label(DECISIONS[3].label),
  agree: (desk) => desk.agree(),
  skip: (desk) => desk.skip(),
  flag: (desk) => desk.flag(),
  undo: (desk) => (desk.store.get().view === 'model' ? void undoChange(desk) : desk.undo()),
  redo: (desk) => {
    if (desk.store.get().view !== 'model') desk.redo();
  },
  next: (desk) => desk.move(1),
  previous: (desk) => desk.move(-1),
  'extend-next': (desk) => desk.move(1, true),
  'extend-previous': (desk) => desk.move(-1, true),
  'page-down': (desk) => desk.move(10),
  'page-up': (desk) => desk.move(-10),
  first: (desk) => desk.move(Number.NEGATIVE_INFINITY),
  last: (desk) => desk.move(Number.POSITIVE_INFINITY),
  cluster: (desk) => desk.toggleCluster(),
  evidence: () => document.getElementById('evidence')?.focus(),
  note: focusNote,
  source: (desk) => void openSource(desk),
  todo: (desk) => dispose(desk, 'todo'),
  checking: (desk) => dispose(desk, 'checking'),
  usable: (desk) => dispose(desk, 'usable'),
  rejected: (desk) => dispose(desk, 'rejected'),
  unskip: (desk) => desk.unskip(),
  search: (desk) => {
    turnTo(desk, 'desk');
    setTimeout(focusSearch, 0);
  },
  orders: () => pressButton('order-button'),
  filters: () => pressButton('filter-button'),
  views: () => pressButton('view-button'),
  'show-all': (desk) => desk.choose(without(desk.store.get().queue.choice, FILTERS)),
  'sort-anew': (desk) => desk.sortAnew(),
  commands: (desk) => show(desk, 'commands'),
  help: (desk) => show(desk, 'help'),
  manual: (desk) => show(desk, 'manual'),
  'view-desk': (desk) => turnTo(desk, 'desk'),
  'view-model': (desk) => turnTo(desk, 'model'),
  'view-today': (desk) => turnTo(desk, 'today'),
  'view-editors': (desk) => turnTo(desk, 'editors'),
  open: (desk) => void desk.openByDialog(),
  paste: (desk) => void desk.pasteClipboard(),
  export: (desk) => void desk.exportLabels(),
  subscriptions: (desk) => show(desk, 'subscriptions'),
  settings: (desk) => show(desk, 'settings'),
  lists: (desk) => show(desk, 'lists'),
  backups: (desk) => show(desk, 'backups'),
  tour: (desk) => show(desk, 'tour'),
  larger: (desk) => changeSize(desk, 1),
  smaller: (desk) => changeSize(desk, -1),
};

/** Does what a key, the menu or the list of commands asks for. */
export function runAction(desk: Desk, name: ActionName): void {
  RUN[name](desk);
}

/** Once the decisions before it are saved: the note is of the headline that they lead to. */
function focusNote(desk: Desk): void {
  desk.serial.run(() => {
    document.querySelector<HTMLInputElement>('.work-note input')?.select();
    return true;
  });
}

/** Opens what a button opens. */
function pressButton(id: string): void {
  document.getElementById(id)?.click();
}

function turnTo(desk: Desk, view: View): void {
  desk.store.dispatch({ type: 'view-chosen', view });
}

function show(desk: Desk, sheet: Sheet): void {
  desk.store.dispatch({ type: 'shell', action: { type: 'sheet-shown', sheet } });
}

function dispose(desk: Desk, value: Disposition): void {
  desk.work({ field: 'disposition', value });
}

async function openSource(desk: Desk): Promise<void> {
  const headline = selectedOf(desk.store.get().queue);
  if (headline !== null) desk.unwrap(await desk.api.request('window.source', { headlineId: headline.id }));
}

function changeSize(desk: Desk, by: 1 | -1): void {
  const { textSize } = desk.store.get().shell.preferences;
  const next = TEXT_SIZES[TEXT_SIZES.indexOf(textSize) + by];
  if (next !== undefined) void desk.prefer({ textSize: next });
}
