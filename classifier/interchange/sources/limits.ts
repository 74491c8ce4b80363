/** Limits of reading. Each is there so that no file, however made, takes more memory or time than these allow. */

/** Most bytes of a file that is read whole: over a million headlines. */
export const SOURCE_LIMIT = 256 * 1024 * 1024;

/** Most bytes that a compressed file or archive may hold when it is unpacked, all entries together. */
export const UNPACKED_LIMIT = 256 * 1024 * 1024;

/** Most entries of an archive; a workbook or document has some dozens. */
export const ENTRY_LIMIT = 2000;

/** Archives within archives: a compressed archive of files, but no further. */
export const NESTING_LIMIT = 2;

/** Most UTF-16 units of one record of a table. */
export const RECORD_LIMIT = 1024 * 1024;

/** Most columns of a table. */
export const COLUMN_LIMIT = 1000;

/** Most rows of a source, as of a list. */
export const ROW_LIMIT = 2_000_000;

/** Most cells of a sheet, empty ones between others counted. */
export const CELL_LIMIT = 20_000_000;

/** Deepest nesting of elements in XML and HTML. */
export const ELEMENT_DEPTH_LIMIT = 500;

/** Most UTF-16 units of a page, a feed or a document's text: they are read into a tree. */
export const TREE_TEXT_LIMIT = 32 * 1024 * 1024;

/** Most rows that are kept aside; a file with more is of another kind or encoding than it was read as. */
export const REJECTED_LIMIT = 20_000;

/** Most UTF-16 units that are kept of one rejected row. */
export const REJECTED_TEXT_LIMIT = 4000;
