import { sql } from 'kysely';

/** What to call `customers AS u` in a line: the phone where that is all there is; null: nobody. */
export const shownName = sql`CASE WHEN u.id IS NOT NULL THEN coalesce(nullif(u.name, ''),
  (SELECT value FROM contact_points WHERE customer_id = u.id AND kind = 'phone'
    ORDER BY position, id LIMIT 1), '') END`;
