import type { Selectable } from 'kysely';
import type { RawHandle } from '../../file/client.ts';
import type { FollowUpsTable, InteractionsTable } from '../../schema/interactions.ts';

const interactionColumns = [
  'id',
  'channel',
  'direction',
  'topic',
  'happened_at',
  'has_time',
  'text',
  'outcome',
  'handled_by',
  'deleted_at',
] as const;
const followUpColumns = [
  'id',
  'reason',
  'first_due_on',
  'due_on',
  'done_at',
  'deleted_at',
] as const;

/** An interaction as the plan needs it. */
export type StoredInteraction = Readonly<
  Pick<Selectable<InteractionsTable>, (typeof interactionColumns)[number]>
>;
/** A contact-again date as the plan needs it. */
export type StoredFollowUp = Readonly<
  Pick<Selectable<FollowUpsTable>, (typeof followUpColumns)[number]>
>;

/** What an import asks about the interactions with a customer; what is in the trash comes last. */
export interface InteractionLookup {
  interactions(customerId: number): StoredInteraction[];
  followUps(customerId: number): StoredFollowUp[];
}

/** Prepares every question that an import asks about interactions. */
export function prepareInteractionLookup(raw: RawHandle): InteractionLookup {
  const interactions = raw.prepare<[number], StoredInteraction>(
    `SELECT ${interactionColumns.join(', ')} FROM interactions
     WHERE customer_id = ? ORDER BY deleted_at IS NOT NULL, id`,
  );
  const followUps = raw.prepare<[number], StoredFollowUp>(
    `SELECT ${followUpColumns.join(', ')} FROM follow_ups
     WHERE customer_id = ? ORDER BY deleted_at IS NOT NULL, id`,
  );
  return {
    interactions: (customerId) => interactions.all(customerId),
    followUps: (customerId) => followUps.all(customerId),
  };
}
