import { type RawBuilder, sql } from 'kysely';

/** The last item of a source that was shown: what its order goes by, and its id. */
export interface Position {
  readonly key: string;
  readonly id: number;
}

/** A stretch of one source of a customer's timeline, newest first. */
export interface SourcePage {
  readonly customerId: number;
  /** Null: from the newest. */
  readonly after: Position | null;
  readonly limit: number;
}

/** The same of a source that is searched for: only down to an instant; null: to the beginning. */
export interface SearchPage extends SourcePage {
  readonly since: string | null;
}

/** What comes after the position, in an order of two columns that both fall. */
export function beyond(
  after: Position | null,
  key: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return after === null ? sql`` : sql`AND (${key}, ${id}) < (${after.key}, ${after.id})`;
}
