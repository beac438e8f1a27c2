import type { ColumnType } from 'kysely';

/** An `AUTOINCREMENT` key: read always, written only where rows are put back under their own id. */
export type Id = ColumnType<number, number | undefined, never>;
/** A boolean, as SQLite keeps it. */
export type Flag = 0 | 1;
