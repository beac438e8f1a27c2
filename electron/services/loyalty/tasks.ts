import { paysOf } from './pays.ts';
import { previewRule } from './rule.ts';

/** What the task process does of this area. */
export const loyaltyTasks = {
  'loyalty.preview': previewRule,
  'loyalty.pays': paysOf,
};
