import type { TaskContext } from '../../../context.ts';
import { lookedFromDay } from '../kept.ts';
import { outlookOn } from './made-outlook.ts';

/** What is expected of one customer. */
export interface PersonAhead {
  /** Of a purchase within three months, in per cent. */
  readonly chance: number;
  readonly expectedMinor: number;
}

/** What is expected of everybody by the last day of sales; nobody where nothing can be predicted. */
export async function peopleAhead(ctx: TaskContext): Promise<ReadonlyMap<number, PersonAhead>> {
  const { made } = await outlookOn(ctx, await lookedFromDay(ctx, null));
  if (typeof made === 'string') return new Map();
  const { ids, chances, expected } = made;
  return new Map(
    ids.map((id, index) => [
      id,
      { chance: (chances[index] ?? 0) * 100, expectedMinor: expected[index] ?? 0 },
    ]),
  );
}
