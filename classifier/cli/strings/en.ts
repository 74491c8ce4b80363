import type { Strings } from './zh.ts';

/** English beside the Chinese; a missing string does not compile. */
export const en: Strings = {
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  commands: 'Commands:',
  program:
    'Jianwen: triage of headlines for editors. Scores each headline as sensational and as implausible, with reasons. Entirely offline.',
  version: 'show the version',
  help: 'show help',
  helpCommand: 'show help for a command',
  data: 'folder of the workspace (default: JIANWEN_DATA, else the platform’s data folder)',
  score: 'score headlines from files or standard input (- or no file): JSON Lines, or a list inside a text',
  scoreFiles: 'files to score; - is standard input',
  format: 'table by falling score, jsonl or csv in input order (default: table on a terminal, else jsonl)',
  out: 'write to this file instead of standard output',
  model:
    'the model shipped with the program (starter) or the workspace’s; default: the workspace’s where there is one',
  minBand: 'only this band and above',
  explain: 'give reasons for band pass too; table shows each piece of evidence with its weight',
  scoreHelp: `
A JSON line gives its headline as text, title, headline or 标题; all other fields pass through. Added to each:
  "jianwen": {"sensational", "implausible", "score", "band", "reasons", "model"}
  band: pass, check or flag. With too little evidence also "insufficient": true.
Exit status: 0 done; 1 some lines could not be read (each named, the rest scored); 2 usage, or nothing done.
Standard output carries data only; notes and errors go to standard error.`,
  label: 'labels',
  labelImport: 'read a JSON Lines label file into the workspace and learn it, all or nothing',
  labelFile: 'label file, one {"text", "sensational", "implausible", "annotator", "labelledAt", …} a line',
  export: 'write the editors’ labels as JSON Lines',
  exportFile: 'file to write',
  optionsMark: '[options]',
  commandMark: '[command]',
  unknownCommand: 'There is no command “%s”. jianwen --help lists all commands.',
  unknownOption: 'There is no option “%s”. Add --help for the options of the command.',
  missingArgument: '“%s” is missing. Add --help for the usage.',
  optionMissingArgument: '“%s” needs a value. Add --help for the usage.',
  invalidArgument: 'The value of “%s” is none of the choices. Add --help for the choices.',
  excessArguments: 'There are too many arguments. Add --help for the usage.',
  badUsage: 'The usage is wrong. Add --help for the usage.',
  noWorkspace: 'There is no workspace in %s yet. Name one with --data, or use --model starter.',
  summary: '%s headlines: %s flag, %s check, %s pass. Model %s.',
  summaryLeftOut: 'Left out %s lines (%s).',
  separator: ', ',
  nothingScored: 'There was no headline to score.',
  labelsAdded: 'Learned %s labels, knew %s, could not read %s lines. Workspace: %s',
  labelsExported: 'Wrote %s labels: %s',
  columnBand: 'band',
  columnScore: 'score',
  columnSensational: 'sens.',
  columnImplausible: 'impl.',
  columnHeadline: 'headline',
  columnReasons: 'reasons',
  pass: 'pass',
  check: 'check',
  flag: 'flag',
  insufficient: 'little known',
  base: 'base',
};
