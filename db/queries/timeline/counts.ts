import { sql } from 'kysely';
import type { ReadHandle } from '../../file/client.ts';
import { ownRecord } from './changes.ts';

export interface TimelineCounts {
  contact: number;
  sale: number;
  payment: number;
  complaint: number;
  claim: number;
  review: number;
  survey: number;
  followUp: number;
  change: number;
}

/**
 * How many of each kind one customer's timeline has, imports apart. Contacts are counted in their
 * index alone, which the planner does not see for itself.
 */
export async function timelineCounts(db: ReadHandle, customerId: number): Promise<TimelineCounts> {
  const found = await sql<TimelineCounts>`
    SELECT
      (SELECT count(*) FROM interactions INDEXED BY interactions_customer
        WHERE customer_id = ${customerId} AND deleted_at IS NULL) AS contact,
      (SELECT count(*) FROM sales WHERE customer_id = ${customerId} AND deleted_at IS NULL) AS sale,
      (SELECT count(*) FROM payments WHERE customer_id = ${customerId}
        AND deleted_at IS NULL) AS payment,
      (SELECT count(*) FROM complaints WHERE customer_id = ${customerId}
        AND deleted_at IS NULL) AS complaint,
      (SELECT count(*) FROM claims WHERE customer_id = ${customerId}
        AND deleted_at IS NULL) AS claim,
      (SELECT count(*) FROM reviews WHERE customer_id = ${customerId}
        AND deleted_at IS NULL) AS review,
      (SELECT count(*) FROM survey_answers a JOIN surveys s ON s.id = a.survey_id
        AND s.deleted_at IS NULL WHERE a.customer_id = ${customerId}) AS survey,
      (SELECT count(*) FROM follow_ups WHERE customer_id = ${customerId} AND done_at IS NOT NULL
        AND deleted_at IS NULL) AS followUp,
      (SELECT count(DISTINCT j.batch_id) FROM journal j CROSS JOIN batches b ON b.id = j.batch_id
        WHERE j.owner_id = ${customerId} AND j.entity IN ${ownRecord}
        AND b.kind <> 'import') AS change`.execute(db);
  const [counts] = found.rows;
  if (counts === undefined) throw new Error('no counts');
  return counts;
}
