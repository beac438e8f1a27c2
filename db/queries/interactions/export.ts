import { sql } from 'kysely';
import type { Channel, Direction, Outcome, Topic } from '#shared/domain/vocabulary/interactions.ts';
import type { ReadHandle } from '../../file/client.ts';
import type { Flag } from '../../schema/column-types.ts';
import { type Who, who } from '../customers/who.ts';

/** One interaction as it goes out. Instants are UTC. */
export interface InteractionToExport extends Who {
  readonly id: number;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly topic: Topic;
  readonly happenedAt: string;
  readonly hasTime: Flag;
  readonly text: string;
  readonly outcome: Outcome | null;
  readonly handledBy: string | null;
}

const pageRows = 500;

/** Every interaction with a customer (null: with all), the oldest first, page by page. */
export async function* interactionsToExport(
  db: ReadHandle,
  customerId: number | null,
): AsyncGenerator<InteractionToExport> {
  const ofOne = customerId === null ? sql`1 = 1` : sql`i.customer_id = ${customerId}`;
  let after: readonly [string, number] = ['', 0];
  for (;;) {
    const { rows } = await sql<InteractionToExport>`
      SELECT i.id, i.channel, i.direction, i.topic, i.happened_at AS happenedAt,
        i.has_time AS hasTime, i.text, i.outcome, i.handled_by AS handledBy, ${who}
      FROM interactions i JOIN customers g ON g.id = i.customer_id
      WHERE ${ofOne} AND i.deleted_at IS NULL AND g.deleted_at IS NULL
        AND (i.happened_at, i.id) > (${after[0]}, ${after[1]})
      ORDER BY i.happened_at, i.id LIMIT ${pageRows}`.execute(db);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageRows) return;
    after = [last.happenedAt, last.id];
  }
}
