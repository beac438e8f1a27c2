import type { Database } from 'better-sqlite3';
import { type DatabaseConnection, SqliteDialect, SqliteDriver } from 'kysely';

/**
 * SQLite ends a transaction by itself where the disk takes no more: a second end would fail, and hide
 * what had happened.
 */
class OpenDriver extends SqliteDriver {
  readonly #raw: Database;

  constructor(raw: Database) {
    super({ database: raw });
    this.#raw = raw;
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#raw.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** kysely's own dialect over a connection that is open already. */
export class OpenDialect extends SqliteDialect {
  readonly #raw: Database;

  constructor(raw: Database) {
    super({ database: raw });
    this.#raw = raw;
  }

  override createDriver(): SqliteDriver {
    return new OpenDriver(this.#raw);
  }
}
