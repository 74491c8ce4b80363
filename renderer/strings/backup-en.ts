import type { backupZh } from './backup-zh.ts';

/** The words of backups and recovery, in English. */
export const backupEn: typeof backupZh = {
  'backup.title': 'Backups',
  'backup.lead':
    'Jianwen backs up by itself: before an upgrade, before many labels or a long list come in, before a restore, and now and then while you work. The latest of each day, week and month stays; every copy was opened and checked.',
  'backup.make': 'Back up now',
  'backup.none': 'There is no backup yet.',
  'backup.table': 'All backups',
  'backup.at': 'Time',
  'backup.kind': 'Why',
  'backup.labels': 'Labels',
  'backup.size': 'Size',
  'backup.check': 'Check',
  'backup.checking': 'Checking…',
  'backup.sound': 'Sound',
  'backup.broken': 'Unusable',
  'backup.restore': 'Restore',
  'backup.restore.of': 'Restore the backup of {{at}}',
  'backup.sure':
    'Go back to {{at}}? Labels and lists since then are no longer shown. The present state is kept as a backup first, so you can come back to it.',
  'backup.sure.yes': 'Restore it',
  'backup.sure.no': 'Leave it',
  'backup.kind.migration': 'Before an upgrade',
  'backup.kind.labels': 'Before labels came in',
  'backup.kind.list': 'Before a long list',
  'backup.kind.restore': 'Before a restore',
  'backup.kind.forgetting': 'After deleting for good',
  'backup.kind.timer': 'By the clock',
  'backup.kind.asked': 'By hand',
  'backup.kind.damaged': 'Damaged original',
  'lists.title': 'Manage lists',
  'lists.lead':
    'Deletes a list for good. One new backup without it takes the place of those kept here. This cannot be undone.',
  'lists.with.labels':
    'With labels and desk work of headlines that are in no other list; the model forgets them',
  'lists.delete.of': 'Delete the list {{name}} for good',
  'forget.ask': 'Delete for good…',
  'forget.sure':
    'This deletes {{headlines}} headlines, {{labels}} labels, {{work}} entries of desk work and {{views}} saved views for good, in the text journal too, and the model forgets them. All {{backups}} backups kept here, also those made by hand or before a restore, are deleted, and one that holds nothing of it takes their place. It cannot be undone.',
  'forget.sure.list':
    'This deletes {{headlines}} headlines for good. All {{backups}} backups kept here, also those made by hand or before a restore, are deleted, and one without this list takes their place. It cannot be undone. Labels and desk work stay, and so does the model.',
  'forget.yes': 'Delete for good',
  'forget.no': 'Leave it',
  'editors.forget.of': 'Delete the labels of {{name}} for good',
  'recovery.title': 'The workspace needs recovery',
  'recovery.backups': 'Restore a backup',
  'recovery.backups.lead':
    'The present file stays as it is in the folder of backups first; restoring can be taken back.',
  'recovery.other': 'Other ways',
  'recovery.salvage': 'Save labels…',
  'recovery.salvage.lead':
    'Writes the labels that can still be read into a text file, which jianwen label import reads.',
  'recovery.salvaged': '{{entries}} entries were written, {{lost}} could not be read. File: {{path}}',
  'recovery.look': 'Open read-only',
  'recovery.look.lead': 'See what can still be seen; nothing is changed.',
  'recovery.folder': 'Show the folder',
  'recovery.folder.lead': 'The text journal and the backups are there too.',
};
