import { sql } from 'kysely';
import { type OddKind, oddKinds } from '#shared/contract/accountant/pack.ts';
import type { Period } from '#shared/domain/books/period.ts';
import type { ReadHandle } from '../../file/client.ts';
import { oddConditions } from '../sales/odd.ts';
import { soldWithin } from './books.ts';

/** How many sales of a period are odd, each kind that there is. */
export async function oddSalesOf(
  db: ReadHandle,
  period: Period,
  today: string,
): Promise<{ kind: OddKind; count: number }[]> {
  const counts = oddKinds.map((kind) => {
    const isOdd = kind === 'afterToday' ? sql`s.sold_on > ${today}` : oddConditions[kind];
    return sql`count(*) FILTER (WHERE ${isOdd}) AS ${sql.ref(kind)}`;
  });
  const { rows } = await sql<Record<OddKind, number>>`
    SELECT ${sql.join(counts)} FROM sales s WHERE ${soldWithin(period)}`.execute(db);
  return oddKinds.flatMap((kind) => {
    const count = rows[0]?.[kind] ?? 0;
    return count === 0 ? [] : [{ kind, count }];
  });
}
