import type { reasonsZh } from './reasons-zh.ts';

/** The words of reasons and rules, in English. */
export const reasonsEn: Record<keyof typeof reasonsZh, string> = {
  'sign.all': 'List all headlines with “{{name}}”',
  'sign.all.short': 'List all',
  'rule.change': 'Change rule: {{name}}',
  'rule.change.short': 'Change…',
  'rule.what': 'This rule',
  'rule.prior':
    'Its points are the log-odds that it starts from; labels move them, and the table of evidence shows them as moved.',
  'rule.same': 'As now ({{points}} points)',
  'rule.off': 'Switched off in this workspace',
  'rule.points': 'Other points, −3 to 4:',
  'rule.points.new': 'New points',
  'rule.points.bad': 'Points must lie between −3 and 4 and not be 0; to do without the rule, switch it off.',
  'rule.own':
    'This rule does not ship with the program and cannot be changed here. A workspace’s own rules are kept in rules.yaml in its data folder.',
  'rule.apply': 'Apply to this workspace',
  'rule.applying': 'Applying and recounting…',
  'rule.cancel': 'Leave it as it is',
  'rule.effect': '{{moved}} headlines of the list would change their band.',
  'rule.effect.of':
    'Tried on {{headlines}} headlines; the rule holds for {{hits}} of them. Other changes come from recalibration.',
  'rule.way': '{{from}} → {{to}}: {{count}}',
  'rule.examples': 'Headlines that would change their band',
  'rule.examples.more': '{{count}} more are not listed',
  'rule.changed': 'Rules changed in this workspace',
  'rule.changed.now': 'Changed the rule “{{name}}”; the change is kept in rules.yaml in the data folder.',
  'rule.is.off': ': switched off',
  'rule.is.points': ': {{points}} points instead of {{shipped}}',
  'rule.give.back': 'Restore rule: {{name}}',
  'rule.give.back.short': 'As shipped',
  'whatif.title': 'What would change this',
  'whatif.loading': 'Computing…',
  'whatif.none': 'No word or rule speaks clearly against this headline.',
  'whatif.credible': 'It is {{now}} now; labelled credible, it would be {{after}}.',
  'whatif.labels': ': {{count}} more headlines with it, labelled “not {{axis}}”, and it would add nothing.',
  'whatif.labels.many': ': {{most}} more headlines with it, labelled “not {{axis}}”, would not be enough.',
  'whatif.without': ' Without it the headline would be {{outcome}}.',
  'whatif.outcome': '“{{band}}” ({{score}})',
  'whatif.exact':
    'Computed with the present model; the imagined headlines contain this one word or rule and nothing else.',
};
