import { sql } from 'kysely';
import type { InteractionFacts } from '#shared/contract/interactions/interactions.ts';
import type { RawHandle, ReadHandle } from '../../file/client.ts';
import { insertRow, type RowValues, updateRow } from '../../history/journal.ts';
import { called } from '../customers/name.ts';

/** Instants are stored to the millisecond, so that their text sorts as they do. */
function interactionValues(facts: InteractionFacts): RowValues {
  return {
    channel: facts.channel,
    direction: facts.direction,
    topic: facts.topic,
    happened_at: new Date(facts.happenedAt).toISOString(),
    has_time: facts.hasTime ? 1 : 0,
    text: facts.text,
    outcome: facts.outcome,
    handled_by: facts.handledBy === '' ? null : facts.handledBy,
  };
}

/** Writes a contact down. Returns its id. */
export function addInteraction(
  raw: RawHandle,
  batchId: number,
  given: {
    customerId: number;
    facts: InteractionFacts;
    complaintId: number | null;
    isReminder: boolean;
    campaignId: number | null;
    at: string;
  },
): number {
  return insertRow(raw, batchId, 'interactions', {
    customer_id: given.customerId,
    ...interactionValues(given.facts),
    complaint_id: given.complaintId,
    is_reminder: given.isReminder ? 1 : 0,
    campaign_id: given.campaignId,
    created_at: given.at,
  });
}

/** Makes a contact's stored facts equal the given ones; false when nothing differs. */
export function changeInteraction(
  raw: RawHandle,
  batchId: number,
  id: number,
  facts: InteractionFacts,
): boolean {
  return updateRow(raw, batchId, { table: 'interactions', id }, interactionValues(facts));
}

/** Moves a contact to the trash. */
export function trashInteraction(raw: RawHandle, batchId: number, id: number, at: string): boolean {
  return updateRow(raw, batchId, { table: 'interactions', id }, { deleted_at: at });
}

/** Whether there is such a customer, in the trash or not. */
export async function customerExists(db: ReadHandle, id: number): Promise<boolean> {
  const row = await db.selectFrom('customers').select('id').where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}

/** What a batch of this customer's is called. Null: gone or in the trash. */
export async function customerLabel(db: ReadHandle, id: number): Promise<string | null> {
  const found = await sql<{ label: string }>`
    SELECT ${called} AS label
    FROM customers c WHERE c.id = ${id} AND c.deleted_at IS NULL`.execute(db);
  return found.rows[0]?.label ?? null;
}

export interface StoredInteraction {
  readonly id: number;
  readonly customerId: number;
  readonly facts: InteractionFacts;
}

/** One contact; null when there is none, or it is in the trash. */
export async function readInteraction(
  db: ReadHandle,
  id: number,
): Promise<StoredInteraction | null> {
  const row = await db
    .selectFrom('interactions')
    .selectAll()
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { channel, direction, topic, text, outcome } = row;
  return {
    id,
    customerId: row.customer_id,
    facts: {
      channel,
      direction,
      topic,
      happenedAt: row.happened_at,
      hasTime: row.has_time === 1,
      text,
      outcome,
      handledBy: row.handled_by,
    },
  };
}

/** Whether a customer was ever in contact, apart from one contact. */
export async function hasOtherContact(
  db: ReadHandle,
  customerId: number,
  except: number,
): Promise<boolean> {
  const found = await sql<{ id: number }>`
    SELECT id FROM interactions
    WHERE customer_id = ${customerId} AND deleted_at IS NULL AND id <> ${except}
    LIMIT 1`.execute(db);
  return found.rows.length > 0;
}
