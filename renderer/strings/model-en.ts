import type { modelZh } from './model-zh.ts';

/** The words of the model room in English. */
export const modelEn: Readonly<Record<keyof typeof modelZh, string>> = {
  'view.choose': 'Pages',
  'view.desk': 'Desk',
  'view.model': 'Model',

  'model.title': 'The model',
  'model.lead': 'What it has learned, how well it judges, and how to tune it.',
  'model.tabs': 'Sides of the model',
  'model.tab.quality': 'Quality',
  'model.axis.choose': 'Which question',
  'model.working': 'Computing, {{percent}} done',
  'model.working.again':
    'The model has just learned; computing anew, {{percent}} done. Below is the earlier result',
  'model.teach.title': 'There is no label to judge by yet',
  'model.teach.text':
    'Decide a few headlines on the Desk page with 1, 2, 3 and 4. Each of them takes its turn as a test question: the model forgets it, then says what it thinks.',

  'chart.table': 'Show the numbers',
  'chart.none': 'Nothing to draw yet',

  'figures.title': 'How well it judges now',
  'figures.lead':
    'Each label is taken out of the model in turn, with its near-copies, and judged by all the others (exact leave-one-out). In brackets the 95% interval.',
  'figures.copies': '{{copies}} of them have near-copies and are taken out together.',
  'figures.name': 'Figure',
  'figures.all': 'All labels ({{labels}})',
  'figures.random': 'Random check ({{labels}})',
  'figures.rocAuc': 'Tells apart: AUC',
  'figures.rocAuc.means':
    'The chance that a headline that is {{axis}} scores higher than an ordinary one; guessing gives 0.5',
  'figures.macroF1': 'Both classes: macro F1',
  'figures.macroF1.means': 'Misses and false alarms weighed together; 1 is best',
  'figures.calibrationError': 'Off by: ECE',
  'figures.calibrationError.means': 'How far the stated chance lies from what is true, on average; 0 is best',
  'figures.falseAlarms': 'False alarms a hundred',
  'figures.falseAlarms.means': 'Of a hundred ordinary headlines, those judged {{axis}}',
  'figures.one.class': 'one class is missing',
  'figures.random.title': 'The random check by itself',
  'figures.random.why':
    'The check takes one headline in five by its fingerprint, whatever the model thinks, so it is the fairest. It needs {{labels}} labels, at least {{each}} that are {{axis}} and {{each}} that are not.',
  'figures.random.has': 'So far {{yes}} are {{axis}} and {{no}} are not; {{missing}} are missing.',

  'curve.title': 'Does more learning help?',
  'curve.lead':
    'A quarter is set aside as a test and the rest is learned one by one; six times, averaged. The band shows the best and worst of the six. While the line rises, labelling pays.',
  'curve.labels': 'Labels learned',
  'curve.auc': 'AUC',
  'curve.f1': 'Macro F1',
  'curve.summary': 'Learning curve, {{axis}}: AUC {{from}} after {{first}} labels, {{to}} after {{last}}.',
  'curve.few': 'Fewer than 20 labels make no learning curve. Label some first.',
  'curve.one.class':
    'The test part never has both {{axis}} and other headlines, so there is no curve. A few of each are needed.',

  'reliability.title': 'Does the stated chance hold?',
  'reliability.lead':
    'Of those given 30%, 30% should be true. Best is a dot on the dashed line; the upright lines are 95% intervals. Weighed like a usual list.',
  'reliability.promised': 'Chance given by the model',
  'reliability.came': 'Share that is {{axis}}',
  'reliability.headlines': 'Headlines',
  'reliability.interval': '95% interval',
  'reliability.summary': 'Reliability, {{axis}}: {{bins}} groups, off by {{error}}.',
  'reliability.summary.plain': 'Reliability, {{axis}}: {{bins}} groups.',

  'recall.title': 'Finding all against finding right',
  'recall.lead':
    'A lower bar finds more and wrongs more. Weighed as if {{share}} of a usual list were {{axis}}.',
  'recall.recall': 'Found, of all {{axis}}',
  'recall.precision': 'Truly {{axis}}, of all found',
  'recall.cut': 'Bar',
  'recall.summary': 'Precision and recall, {{axis}}: {{precision}} are right where 80% are found.',
  'recall.summary.plain': 'Precision and recall, {{axis}}.',
  'recall.one.class': 'One class is missing; there is nothing to draw.',

  'confusion.title': 'Right and wrong',
  'confusion.lead': 'Each label judged with leave-one-out; the bar is at 50%.',
  'confusion.judged.yes': 'Judged {{axis}}',
  'confusion.judged.no': 'Judged not {{axis}}',
  'confusion.labelled.yes': 'Labelled {{axis}}',
  'confusion.labelled.no': 'Labelled not {{axis}}',
  'confusion.share': '{{share}}',
  'confusion.right': 'right',
  'confusion.missed': 'missed',
  'confusion.false': 'false alarm',

  'balance.title': 'Enough examples?',
  'balance.no': 'Not {{axis}}',
  'balance.desk': 'Of this desk, and imported',
  'balance.shipped': 'Came with Jianwen',
  'balance.weight': 'One of the desk counts as much as five that came with it.',
  'advice.none':
    'There is no label of this desk yet; the model goes by its own examples. A few dozen decisions on the Desk page teach it your measure.',
  'advice.lacks.yes':
    'This desk has labelled no headline {{axis}} yet. Press {{key}} when you meet one, so that the model learns what you count as such.',
  'advice.lacks.no':
    'This desk has labelled only headlines that are {{axis}}. Decide some ordinary ones, or the model will suspect every one.',
  'advice.few.yes': 'There are few {{axis}} examples; about {{count}} more make the result far steadier.',
  'advice.few.no':
    'There are few examples that are not {{axis}}; about {{count}} more mean far fewer false alarms.',
  'advice.more.yes':
    'Far fewer are {{axis}} than are not. The model weighs that in, but more {{axis}} examples help most.',
  'advice.more.no':
    'Far fewer are not {{axis}} than are. Deciding more ordinary ones means fewer false alarms.',
  'advice.good': 'There is enough of both.',

  'model.tab.workload': 'Workload',
  'model.tab.words': 'Words and rules',
  'model.tab.versions': 'Versions',
  'workload.lead':
    'Misses and false alarms have their price. Move the sliders to see what a hundred headlines would bring, then apply.',
  'workload.costs': 'What each is worth',
  'workload.costs.lead': 'Counted in an editor’s looks at a headline to check.',
  'workload.miss': 'A doubtful headline let pass, worth',
  'workload.false': 'A false alarm, worth',
  'workload.looks': '{{looks}} looks',
  'workload.apply': 'Apply',
  'workload.reset': 'Back to the present',
  'workload.title': 'A hundred headlines',
  'workload.now': 'Now',
  'workload.tried': 'Tried',
  'workload.flagged': 'Doubtful',
  'workload.checked': 'To check',
  'workload.passed': 'Passed',
  'workload.from': 'from {{cut}}',
  'workload.missed': 'Doubtful ones that slip through',
  'workload.false.alarms': 'False alarms',
  'workload.cost': 'Cost in looks',
  'workload.doubtful': 'doubtful',
  'workload.mark.check': 'Check and above',
  'workload.one.class':
    'Of the labels {{doubtful}} are doubtful and {{ordinary}} ordinary. Both are needed to estimate the workload; decide a few on the Desk page.',
  'change.undo.costs': 'Undo the change of costs ({{key}})',
  'change.undo.restored': 'Undo restoring version {{version}} ({{key}})',
  'words.for': 'Words that most suggest {{axis}}',
  'words.against': 'Words that most speak against {{axis}}',
  'words.lead':
    'By the points that they add on average in the labelled headlines; the counts are labelled headlines with the word.',
  'words.word': 'Word',
  'words.points': 'Points',
  'words.yes': '{{axis}}',
  'words.no': 'other',
  'rules.title': 'Rules that weigh most',
  'rules.lead': 'A rule begins with set points; labels move them.',
  'rules.unmet': '{{count}} more rules have not met a labelled headline yet.',
  'rules.rule': 'Rule',
  'rules.began': 'Began with',
  'rules.now': 'Now',
  'versions.title': 'Versions of the model',
  'versions.lead':
    'A version is kept about every 25 labels. Restoring an older one loses no label and can be undone.',
  'versions.number': 'Version {{id}}',
  'versions.present': 'present',
  'versions.first': 'The first, from {{events}} labels',
  'versions.learned': 'Learned {{events}} more labels or undos, and calibrated anew',
  'versions.read': 'Reads headlines anew, and calibrated anew',
  'versions.costs': 'Costs set: a miss worth {{miss}} looks, a false alarm {{false}}',
  'versions.restored': 'Restored version {{id}}',
  'versions.undone': 'Took back the change of version {{id}}',
  'versions.accuracy': 'Right: sensational {{sensational}}, implausible {{implausible}}',
  'versions.changes': 'What changed',
  'versions.restore': 'Restore',
  'changes.none': 'Of {{compared}} headlines compared none changed its band.',
  'changes.count': 'Of {{compared}} headlines compared {{moved}} changed their band.',
  'changes.headline': 'Headline',
  'changes.from': 'Was',
  'changes.to': 'Now',
};
