import type { Chord } from './chord.ts';

/** Where an action can be called: on the desk with its list, or on every page. */
export type Scope = 'desk' | 'everywhere';

export const GROUPS = ['decide', 'move', 'work', 'find', 'pages', 'window'] as const;
export type Group = (typeof GROUPS)[number];

interface Row {
  readonly group: Group;
  readonly scope: Scope;
  /** Keys that the editor may change. */
  readonly keys: readonly Chord[];
  /** Keys that are the platform's custom, or that a menu names; they stay. */
  readonly fixed?: readonly Chord[];
  /** How the Chinese name is spelt, by which the list of commands finds it too. */
  readonly pinyin: string;
}

/**
 * All that an editor can do by a key or from the list of commands, in the order in which both tell it. Keys, help,
 * commands and settings are made from this table; each action has its name in the strings, as `action.<name>`.
 */
const ACTIONS = {
  credible: { group: 'decide', scope: 'desk', keys: ['1'], pinyin: 'ke xin' },
  sensational: { group: 'decide', scope: 'desk', keys: ['2'], pinyin: 'song dong' },
  implausible: { group: 'decide', scope: 'desk', keys: ['3'], pinyin: 'li qi' },
  both: { group: 'decide', scope: 'desk', keys: ['4'], pinyin: 'liang zhe jie shi' },
  agree: { group: 'decide', scope: 'desk', keys: ['a'], pinyin: 'tong yi mo xing' },
  skip: { group: 'decide', scope: 'desk', keys: ['Space'], pinyin: 'tiao guo' },
  flag: { group: 'decide', scope: 'desk', keys: ['f'], pinyin: 'ti qing tao lun' },
  undo: { group: 'decide', scope: 'everywhere', keys: [], fixed: ['Mod+z'], pinyin: 'che xiao' },
  redo: {
    group: 'decide',
    scope: 'everywhere',
    keys: [],
    fixed: ['Mod+Shift+z', 'Mod+y'],
    pinyin: 'chong zuo',
  },
  next: { group: 'move', scope: 'desk', keys: ['j'], fixed: ['ArrowDown'], pinyin: 'xia yi tiao' },
  previous: { group: 'move', scope: 'desk', keys: ['k'], fixed: ['ArrowUp'], pinyin: 'shang yi tiao' },
  'extend-next': {
    group: 'move',
    scope: 'desk',
    keys: ['Shift+j'],
    fixed: ['Shift+ArrowDown'],
    pinyin: 'xiang xia kuo da xuan ze',
  },
  'extend-previous': {
    group: 'move',
    scope: 'desk',
    keys: ['Shift+k'],
    fixed: ['Shift+ArrowUp'],
    pinyin: 'xiang shang kuo da xuan ze',
  },
  'page-down': { group: 'move', scope: 'desk', keys: [], fixed: ['PageDown'], pinyin: 'xia yi ye' },
  'page-up': { group: 'move', scope: 'desk', keys: [], fixed: ['PageUp'], pinyin: 'shang yi ye' },
  first: { group: 'move', scope: 'desk', keys: [], fixed: ['Home'], pinyin: 'di yi tiao' },
  last: { group: 'move', scope: 'desk', keys: [], fixed: ['End'], pinyin: 'zui hou yi tiao' },
  cluster: { group: 'move', scope: 'desk', keys: ['g'], pinyin: 'zhan kai xiang si' },
  evidence: { group: 'work', scope: 'desk', keys: ['e'], pinyin: 'yi ju' },
  note: { group: 'work', scope: 'desk', keys: ['n'], pinyin: 'bei zhu' },
  source: { group: 'work', scope: 'desk', keys: ['o'], pinyin: 'da kai lai yuan' },
  todo: { group: 'work', scope: 'desk', keys: [], pinyin: 'dai ban' },
  checking: { group: 'work', scope: 'desk', keys: [], pinyin: 'he cha zhong' },
  usable: { group: 'work', scope: 'desk', keys: [], pinyin: 'ke yong' },
  rejected: { group: 'work', scope: 'desk', keys: [], pinyin: 'qi yong' },
  unskip: { group: 'work', scope: 'desk', keys: [], pinyin: 'qing chu tiao guo biao ji' },
  search: { group: 'find', scope: 'desk', keys: ['/'], fixed: ['Mod+f'], pinyin: 'sou suo' },
  orders: { group: 'find', scope: 'desk', keys: ['s'], pinyin: 'ci xu' },
  filters: { group: 'find', scope: 'desk', keys: ['Shift+f'], pinyin: 'shai xuan' },
  views: { group: 'find', scope: 'desk', keys: ['v'], pinyin: 'shi tu' },
  'show-all': { group: 'find', scope: 'desk', keys: [], pinyin: 'quan bu xian shi' },
  'sort-anew': { group: 'find', scope: 'desk', keys: [], pinyin: 'chong pai' },
  commands: { group: 'find', scope: 'everywhere', keys: [], fixed: ['Mod+k'], pinyin: 'ming ling' },
  help: { group: 'find', scope: 'everywhere', keys: ['?'], pinyin: 'an jian bang zhu' },
  manual: { group: 'find', scope: 'everywhere', keys: [], fixed: ['F1'], pinyin: 'shi yong shou ce' },
  'view-desk': { group: 'pages', scope: 'everywhere', keys: [], fixed: ['Mod+1'], pinyin: 'shen gao' },
  'view-model': { group: 'pages', scope: 'everywhere', keys: [], fixed: ['Mod+2'], pinyin: 'mo xing' },
  'view-today': { group: 'pages', scope: 'everywhere', keys: [], fixed: ['Mod+3'], pinyin: 'jin ri' },
  'view-editors': { group: 'pages', scope: 'everywhere', keys: [], fixed: ['Mod+4'], pinyin: 'fu he' },
  open: { group: 'window', scope: 'everywhere', keys: [], fixed: ['Mod+o'], pinyin: 'da kai qing dan' },
  paste: {
    group: 'window',
    scope: 'everywhere',
    keys: [],
    fixed: ['Mod+Shift+v'],
    pinyin: 'zhan tie qing dan',
  },
  export: { group: 'window', scope: 'everywhere', keys: [], fixed: ['Mod+e'], pinyin: 'dao chu biao zhu' },
  subscriptions: {
    group: 'window',
    scope: 'everywhere',
    keys: [],
    fixed: ['Mod+Shift+s'],
    pinyin: 'ding yue',
  },
  settings: { group: 'window', scope: 'everywhere', keys: [], fixed: ['Mod+,'], pinyin: 'she zhi' },
  lists: { group: 'window', scope: 'everywhere', keys: [], pinyin: 'guan li qing dan' },
  backups: { group: 'window', scope: 'everywhere', keys: [], pinyin: 'bei fen' },
  tour: { group: 'window', scope: 'everywhere', keys: [], pinyin: 'ru men dao lan' },
  larger: { group: 'window', scope: 'everywhere', keys: [], fixed: ['Mod+='], pinyin: 'fang da wen zi' },
  smaller: { group: 'window', scope: 'everywhere', keys: [], fixed: ['Mod+-'], pinyin: 'suo xiao wen zi' },
} as const satisfies Readonly<Record<string, Row>>;

export type ActionName = keyof typeof ACTIONS;

export const ACTION_NAMES = Object.keys(ACTIONS) as readonly ActionName[];

/** One action of the table. */
export function actionOf(name: ActionName): Row {
  return ACTIONS[name];
}
