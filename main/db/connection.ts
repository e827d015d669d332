import Database from 'better-sqlite3';

export type Db = Database.Database;

/**
 * Opens the file with the settings of the house. FULL: what was committed survives a power cut; secure_delete: what
 * was deleted (an athlete) is overwritten.
 */
export function connect(file: string): Db {
  const db = new Database(file);
  try {
    settings(db);
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

function settings(db: Db): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  // On macOS fsync alone leaves the bytes in the drive's cache; elsewhere these say nothing.
  db.pragma('fullfsync = ON');
  db.pragma('checkpoint_fullfsync = ON');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON');
  db.pragma('busy_timeout = 2000');
}
