import { sql } from 'kysely';

/** Who a row is about, by what an import recognises a customer by. */
export interface Who {
  readonly customer: string | null;
  readonly phone: string | null;
  readonly email: string | null;
}

/** The first phone and e-mail of the customer `g`, in the order of their positions. */
function firstPoint(kind: 'phone' | 'email') {
  return sql`(SELECT p.value FROM contact_points p WHERE p.customer_id = g.id
    AND p.kind = ${sql.lit(kind)} ORDER BY p.position, p.id LIMIT 1)`;
}

/** Of the customer `g`. */
export const who = sql`g.name AS customer, ${firstPoint('phone')} AS phone, ${firstPoint('email')} AS email`;
