import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import { type BuyerForPaper, buyerColumns, firstAddress } from '../sales/paper.ts';

/** What is offered, and to whom. */
export interface OfferForPaper extends BuyerForPaper {
  readonly title: string;
  readonly worthMinor: number | null;
}

/** A prospect that is not in the trash, as it is offered; null: there is none. */
export async function offerForPaper(db: ReadHandle, id: number): Promise<OfferForPaper | null> {
  const found = await sql<OfferForPaper>`
    SELECT p.title, p.worth_minor AS worthMinor, ${buyerColumns}
    FROM prospects p JOIN customers c ON c.id = p.customer_id AND c.deleted_at IS NULL
    ${firstAddress}
    WHERE p.id = ${id} AND p.deleted_at IS NULL`.execute(db);
  return found.rows[0] ?? null;
}
