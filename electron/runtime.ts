import { randomUUID } from 'node:crypto';
import type { Clock, IdSource } from './context.ts';

/** The only place that asks the machine what time it is. */
export const systemClock: Clock = {
  now: () => Date.now(),
  instant: () => new Date().toISOString(),
};

export const systemIds: IdSource = { next: () => randomUUID() };
