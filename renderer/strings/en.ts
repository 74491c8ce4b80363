import { backupEn } from './backup-en.ts';
import { importEn } from './import-en.ts';
import { keysEn } from './keys-en.ts';
import { listEn } from './list-en.ts';
import { modelEn } from './model-en.ts';
import { reasonsEn } from './reasons-en.ts';
import { subscriptionEn } from './subscription-en.ts';
import { workEn } from './work-en.ts';
import type { zh } from './zh.ts';

/** Every word of the window in English. */
export const en: Readonly<Record<keyof typeof zh, string>> = {
  ...listEn,
  ...modelEn,
  ...reasonsEn,
  ...workEn,
  ...subscriptionEn,
  ...keysEn,
  ...importEn,
  ...backupEn,
  'app.name': 'Jianwen',
  'app.starting': 'Opening the workspace…',

  'band.pass': 'Pass',
  'band.check': 'Check',
  'band.flag': 'Doubtful',
  'band.insufficient': 'Unsure',
  'band.insufficient.hint': 'The model knows too few of these words; take the scores as a hint only',

  'axis.sensational': 'Sensational',
  'axis.implausible': 'Implausible',
  'axis.sensational.short': 'Sens.',
  'axis.implausible.short': 'Impl.',
  'axis.sensational.meaning': 'The wording shocks or lures beyond the fact',
  'axis.implausible.meaning': 'The claim itself is hard to believe',

  'label.credible': 'Credible',
  'label.sensational': 'Sensational',
  'label.implausible': 'Implausible',
  'label.both': 'Both',
  'label.group': 'Your decision',
  'label.unlabelled': 'Not labelled',

  'queue.name': 'Headlines, highest score first',
  'queue.column.band': 'Triage',
  'queue.column.headline': 'Headline and first reason',
  'queue.label': 'Label',
  'queue.flagged': 'To discuss',
  'queue.skipped': 'Skipped',
  'queue.selected': 'Selected: {{count}}',
  'queue.count': 'Headlines: {{total}}, labelled: {{labelled}}',
  'queue.found': 'Found: {{total}}',
  'queue.reorder': 'Sort by new scores',
  'queue.reorder.hint': 'Learning changed the scores; the list keeps its order until you sort it',
  'import.going.on': 'Importing “{{name}}”: {{done}} of {{total}} headlines. You can go on labelling.',
  'import.cancel': 'Cancel the import',
  'queue.loading': 'Fetching headlines…',
  'queue.stale': 'The score from before the last label',
  'queue.no.reason': 'No sign of doubt',
  'queue.reason.word': 'Wording “{{word}}”',

  'feed.choose': 'List',
  'feed.option': '{{name}} ({{headlines}}, labelled {{labelled}})',
  'feed.open': 'Open…',
  'feed.paste': 'Paste',
  'search.label': 'Search headlines',
  'search.placeholder': 'Search headlines, key /',
  'search.clear': 'Clear the search',

  'empty.title': 'Bring in a list of headlines',
  'empty.lead':
    'Jianwen estimates two things for every headline, how sensational its wording and how implausible its claim is, and says why. It learns at once from every decision you make.',
  'empty.open': 'Open a file…',
  'empty.open.how':
    'Text, CSV, Excel, Word, JSON, web pages, RSS and archives; you see what was found before it is imported.',
  'empty.drop': 'Drop it here',
  'empty.drop.how': 'Drag a file from its folder into this window and let go.',
  'empty.paste': 'Paste a list',
  'empty.paste.how': 'Copy several lines of headlines anywhere, come back and press {{key}}.',
  'empty.sample': 'Open the sample list',
  'empty.sample.how': 'Eighty-four sample headlines with a guided tour.',
  'empty.privacy': 'Works offline; nothing leaves this machine.',
  'drop.here': 'Let go to open as a list',

  'story.title': 'The same story told otherwise',
  'story.size': '{{count}} in this list',
  'story.number': 'Numbers disagree',
  'story.place': 'Places disagree',
  'story.outcome': 'Outcomes disagree',
  'story.here': 'this',
  'story.there': 'other',
  'evidence.title': 'Evidence',
  'evidence.loading': 'Fetching the evidence…',
  'evidence.none.selected': 'Choose a headline to see where its scores come from.',
  'evidence.position': 'No. {{position}}',
  'evidence.known': '{{known}} of its wording known',
  'evidence.learned': 'learned from {{learned}} labels',
  'evidence.column.sign': 'Sign',
  'evidence.column.support': 'Weighted count, labelled',
  'evidence.column.points': 'Points',
  'evidence.base': 'Start: how common each class is',
  'evidence.rule': 'Rule',
  'evidence.word': 'Wording',
  'evidence.rest': 'The other {{count}} together',
  'evidence.rest.show': 'List all',
  'evidence.rest.hide': 'Main ones only',
  'evidence.total': 'Sum',
  'evidence.total.means': 'calibrated: {{probability}}',
  'evidence.support.sensational': 'sensational\u00a0{{yes}} · other\u00a0{{no}}',
  'evidence.support.implausible': 'implausible\u00a0{{yes}} · other\u00a0{{no}}',
  'evidence.weights':
    'Weighted: a label of the desk, or an imported one, counts {{desk}}; one that came with Jianwen {{shipped}}.',
  'evidence.strongest': 'mainly “{{text}}”',
  'evidence.caption': 'Evidence, {{axis}}: the points add up to the log-odds',
  'evidence.probability': 'Probability, {{axis}}',

  'legend.title': 'Marks in the headline',
  'legend.sensational.rule': 'Sensational: rule',
  'legend.sensational.word': 'Sensational: wording',
  'legend.implausible.rule': 'Implausible: rule',
  'legend.implausible.word': 'Implausible: wording',
  'hidden.character': 'Invisible character {{code}}',

  'status.saved': 'Saved',
  'status.saved.label': '{{label}}: {{headline}}',
  'status.saved.undo': 'Took back {{what}} {{who}} of {{headline}}, and what was learned from it',
  'status.saved.redo': 'Did again {{what}} {{who}} of {{headline}}',
  'status.saved.undo.nothing': 'This step was taken back already',
  'status.saved.redo.nothing': 'This step was done again already',
  'status.headline': '“{{headline}}”',
  'status.headlines': '“{{headline}}” and others, {{count}} in all',
  'status.idle': 'Every decision is saved at once',
  'status.model': 'Model {{model}}',
  'status.labels': 'Labelled by you: {{count}}',
  'status.keys': '{{undo}} undo · {{commands}} commands · {{help}} all keys',
  'status.close': 'Dismiss this message',

  'notice.imported': '“{{name}}”: {{taken}} lines taken',
  'notice.imported.left.out': '“{{name}}”: {{taken}} lines taken, {{lines}} left out ({{reasons}})',
  'notice.known': 'This list was opened before and was not imported again: “{{name}}”',
  'notice.exported': 'Labels exported: {{labels}}, to {{path}}',
  'notice.restarting': 'The scoring engine stopped and is being restarted…',
  'notice.restarted':
    'The scoring engine is back. Every saved label is there; the unfinished step was repeated.',
  'notice.one.line': 'The clipboard holds a single line. To open it as a list, use File → Paste as List.',
  'notice.agree.many':
    'Several headlines are selected, and the model says something else of each. Press a on one at a time, or 1 to 4 for all.',
  'notice.agree.nothing':
    'The model knows too little of this headline to say anything, so there is nothing to agree with. Decide with 1 to 4.',
  'notice.too.many':
    'Selected: {{count}} headlines. At most {{most}} can be decided at once; nothing was done.',
  'notice.unskipped':
    'Marks of skipping cleared: {{count}}. The headlines are among the unlabelled again; undo brings the marks back.',
  'notice.list.moved':
    'The list was being sorted anew, so the key press was not carried out. See which headline is selected, then press again.',
  'notice.rows.missing':
    'Not all selected headlines have been read yet, so the key press was not carried out. Wait a moment, then press again.',
  'notice.dropped': 'The step before failed; the {{count}} key presses after it were not carried out.',
  'notice.engine.lost':
    'The window lost its connection to the program, and this step was not done. Close and reopen Jianwen.',

  'failure.title': 'The workspace was not opened',
  'failure.title.stopped': 'The scoring engine stopped',
  'failure.place': 'Place',
  'failure.again': 'Try again',
  'failure.log': 'Show the log',
  'failure.close': 'Close the window',
};
