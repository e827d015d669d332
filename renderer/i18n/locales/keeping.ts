/** Texts of the library as a folder: gone, found, not to be opened. In English. */
export const keeping = {
  lostReload: 'What this page still shows can be read and written down.',
  rescueTitle: 'The library does not open',
  copies: 'Copies of the database',
  copiesText:
    'Take a copy in place of the database: the library opens as it was then. The database that is there now is kept in the same folder, under a name that begins with “replaced”. Videos stay where they are.',
  noCopies: 'There is no copy of the database in this folder.',
  columns: { date: 'Date', kind: 'What it is', size: 'Size', take: 'Choice' },
  kinds: {
    snapshot: 'Automatic copy',
    before_migration: 'From before an update of Midstance',
    before_restore: 'From before a backup was restored',
    replaced: 'Replaced by another copy',
  },
  take: 'Take this copy',
  takeOf: 'Take this copy: {{date}}',
  startNew: 'Begin with an empty library',
  startNewText:
    'The database is made anew and is empty. Videos and everything else in the folder stay; what no athlete refers to is put aside later, never deleted.',
  found: 'Found files',
  foundText_one:
    '{{count}} file ({{size}}) that no entry of the library knows, put aside since {{date}}. Importing the same video, or a database that knows it, takes it back.',
  foundText_other:
    '{{count}} files ({{size}}) that no entry of the library knows, put aside since {{date}}. Importing the same video, or a database that knows it, takes it back.',
  foundPlace: 'They lie in the folder “found” of the library.',
  removeFound: 'Delete the found files',
  removeFoundTitle: 'Delete the found files?',
  removeFoundText: 'They cannot be brought back. If athletes or sessions are missing, look for a copy first.',
} as const;
