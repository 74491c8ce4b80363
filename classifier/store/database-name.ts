/** The workspace's database in its data folder. Apart from the code that opens it: a look for the file needs no SQLite. */
export const DATABASE_NAME = 'jianwen.db';
