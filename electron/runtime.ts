import { randomUUID } from 'node:crypto';
import type { Clock, IdSource } from './context.ts';

/** The only place that asks the machine what time it is. */
export const systemClock: Clock = {
  now: () => Date.now(),
  instant: () => new Date().toISOString(),
  today: () => {
    const now = new Date();
    const month = String(now.getMonth() + 1).padStart(2, '0');
    return `${now.getFullYear()}-${month}-${String(now.getDate()).padStart(2, '0')}`;
  },
};

export const systemIds: IdSource = { next: () => randomUUID() };
