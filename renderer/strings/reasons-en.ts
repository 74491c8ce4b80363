import type { reasonsZh } from './reasons-zh.ts';

/** The words of reasons and rules, in English. */
export const reasonsEn: Record<keyof typeof reasonsZh, string> = {
  'sign.all': 'List all headlines with “{{name}}”',
  'sign.all.short': 'List all',
  'rule.change': 'Change rule: {{name}}',
  'rule.change.short': 'Change…',
  'rule.what': 'This rule',
  'rule.prior': 'Points are where its log-odds start; labels move them, and the table shows them moved.',
  'rule.same': 'As it is ({{points}} points)',
  'rule.off': 'Switched off in this workspace',
  'rule.points': 'Other points, −3 to 4:',
  'rule.points.new': 'New points',
  'rule.points.bad': 'Points lie between −3 and 4 and are not 0; switch the rule off instead.',
  'rule.own':
    'This rule does not ship with the program and cannot be changed here. A workspace’s own rules stand in rules.yaml in its data folder.',
  'rule.apply': 'Apply to this workspace',
  'rule.applying': 'Applying and counting anew…',
  'rule.cancel': 'Leave it',
  'rule.effect': '{{moved}} headlines of the list would change their band.',
  'rule.effect.of':
    'Tried on {{headlines}}, {{hits}} of which the rule hits; other moves come from calibrating anew.',
  'rule.way': '{{from}} → {{to}}: {{count}}',
  'rule.examples': 'Headlines that would change their band',
  'rule.examples.more': '{{count}} more are not listed',
  'rule.changed': 'Rules changed in this workspace',
  'rule.changed.now': 'Changed the rule “{{name}}”; it stands in rules.yaml in the data folder.',
  'rule.is.off': ': switched off',
  'rule.is.points': ': {{points}} points instead of {{shipped}}',
  'rule.give.back': 'Give back rule: {{name}}',
  'rule.give.back.short': 'As shipped',
  'whatif.title': 'What would change this',
  'whatif.loading': 'Computing…',
  'whatif.none': 'No word or rule speaks clearly against this headline.',
  'whatif.credible': 'Now {{now}}; labelled credible it would be {{after}}.',
  'whatif.labels': ': {{count}} more headlines with it, labelled “not {{axis}}”, and it adds nothing.',
  'whatif.labels.many': ': {{most}} more headlines with it, labelled “not {{axis}}”, would not be enough.',
  'whatif.without': ' Without it the headline would be {{outcome}}.',
  'whatif.outcome': '“{{band}}” ({{score}})',
  'whatif.exact':
    'Computed on the present model; the imagined headlines have this one word or rule and nothing else.',
};
