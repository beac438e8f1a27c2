import type { StoredInteraction } from '#db/queries/imports/lookup-interactions.ts';
import { localDay, localTime } from '#shared/domain/calendar/zone-time.ts';
import type { Channel, Direction, Outcome, Topic } from '#shared/domain/vocabulary/interactions.ts';
import type { InteractionRow } from './row.ts';

/** Columns that a file corrects. */
interface Facts {
  direction: Direction;
  topic: Topic;
  outcome: Outcome | null;
  handled_by: string | null;
}

/** One interaction of the plan: there already, or new. */
export interface InteractionSlot {
  readonly id: number;
  readonly customerId: number;
  readonly stored: StoredInteraction | null;
  readonly channel: Channel;
  readonly at: string;
  readonly day: string;
  /** Null: only the day is known. */
  readonly time: string | null;
  readonly text: string;
  readonly facts: Facts;
  /** The source whose row is this interaction: another row of it is another one. */
  usedBy: number;
}

/** The slot of an interaction that is there already. */
export function fromStored(
  stored: StoredInteraction,
  customerId: number,
  timeZone: string,
): InteractionSlot {
  const { id, channel, happened_at: at, has_time, text } = stored;
  const time = has_time === 1 ? localTime(at, timeZone) : null;
  const day = localDay(at, timeZone);
  return {
    id,
    customerId,
    stored,
    channel,
    at,
    day,
    time,
    text,
    facts: factsOf(stored),
    usedBy: 0,
  };
}

/** The columns of a stored interaction that a file corrects. */
export function factsOf({ direction, topic, outcome, handled_by }: StoredInteraction): Facts {
  return { direction, topic, outcome, handled_by };
}

/** Takes over what the row says otherwise than what is there. */
export function correct(facts: Facts, row: InteractionRow): boolean {
  const before = JSON.stringify(facts);
  if (row.direction !== null) facts.direction = row.direction;
  if (row.topic !== null) facts.topic = row.topic;
  if (row.outcome !== null) facts.outcome = row.outcome;
  if (row.handledBy !== '') facts.handled_by = row.handledBy;
  return JSON.stringify(facts) !== before;
}
