import type { Database, Statement } from 'better-sqlite3';
import { type DatabaseConnection, type SqliteDatabase, SqliteDialect, SqliteDriver } from 'kysely';

/** Statements that a connection keeps ready. */
const keptStatements = 100;

/**
 * The connection as kysely sees it: a query that is asked again runs on the statement that it was prepared
 * as. Made anew for every page, statements pile up outside the heap until their wrappers are collected: a
 * long read held hundreds of MiB of them.
 */
function keepingStatements(raw: Database): SqliteDatabase {
  const kept = new Map<string, Statement>();
  return {
    close: () => raw.close(),
    prepare: (text) => {
      const statement = kept.get(text) ?? raw.prepare(text);
      // The one asked for last goes to the end: the first is the one that was not asked for longest.
      kept.delete(text);
      kept.set(text, statement);
      const [oldest] = kept.keys();
      if (kept.size > keptStatements && oldest !== undefined) kept.delete(oldest);
      return statement as ReturnType<SqliteDatabase['prepare']>;
    },
  };
}

/**
 * SQLite ends a transaction by itself where the disk takes no more: a second end would fail, and hide
 * what had happened.
 */
class OpenDriver extends SqliteDriver {
  readonly #raw: Database;

  constructor(raw: Database) {
    super({ database: keepingStatements(raw) });
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
