import { sql } from 'kysely';
import type { CustomerKind } from '#shared/domain/vocabulary/customers.ts';
import type { ReadHandle } from '../../file/client.ts';
import type { AddressesTable, ContactPointsTable } from '../../schema/customers.ts';
import { called } from '../customers/name.ts';

type CardPoint = Pick<ContactPointsTable, 'kind' | 'value'>;
type CardAddress = Pick<
  AddressesTable,
  'street' | 'district' | 'city' | 'province' | 'postal_code' | 'country'
>;

/** A customer as an address book has one. */
export interface CustomerCard {
  readonly id: number;
  readonly kind: CustomerKind;
  /** The name, else what the customer is reached by, else empty. */
  readonly name: string;
  readonly birthdayOn: string | null;
  readonly note: string | null;
  readonly createdAt: string;
  readonly points: readonly CardPoint[];
  readonly addresses: readonly CardAddress[];
  readonly tags: readonly string[];
}

const lists = ['points', 'addresses', 'tags'] as const;
type Row = Omit<CustomerCard, (typeof lists)[number]> & Record<(typeof lists)[number], string>;

/** Customers after one, by id, but for those in the trash. */
export async function customerCards(
  db: ReadHandle,
  after: number,
  limit: number,
): Promise<CustomerCard[]> {
  const { rows } = await sql<Row>`
    SELECT c.id, c.kind, ${called} AS name, c.birthday_on AS birthdayOn, c.note,
      c.created_at AS createdAt,
      (SELECT json_group_array(json_object('kind', p.kind, 'value', p.value) ORDER BY p.position, p.id)
        FROM contact_points p WHERE p.customer_id = c.id) AS points,
      (SELECT json_group_array(json_object('street', a.street, 'district', a.district, 'city', a.city,
          'province', a.province, 'postal_code', a.postal_code, 'country', a.country)
          ORDER BY a.position, a.id)
        FROM addresses a WHERE a.customer_id = c.id) AS addresses,
      (SELECT json_group_array(t.tag ORDER BY t.id) FROM customer_tags t
        WHERE t.customer_id = c.id) AS tags
    FROM customers c WHERE c.id > ${after} AND c.deleted_at IS NULL
    ORDER BY c.id LIMIT ${limit}`.execute(db);
  return rows.map(({ points, addresses, tags, ...row }) => ({
    ...row,
    points: JSON.parse(points) as CardPoint[],
    addresses: JSON.parse(addresses) as CardAddress[],
    tags: JSON.parse(tags) as string[],
  }));
}
