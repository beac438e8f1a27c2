import type { Generated } from 'kysely';
import type { Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

/** What somebody gets because one customer was brought by another. */
export interface ReferralRewardsTable {
  id: Id;
  /** Who gets it. */
  customer_id: number;
  /** Who was brought; the same as who gets it: it is for having come. */
  about_id: number;
  what: Generated<string>;
  amount_minor: number | null;
  noted_on: string;
  /** Null: it is still owed. */
  given_on: string | null;
  created_at: string;
}

export interface ReferralsSchema {
  referral_rewards: ReferralRewardsTable;
}

export const referralsTables = {
  referral_rewards: {
    area: 'referrals',
    holds: 'own',
    carries: ['created_at'],
    refersTo: { customer_id: 'customers', about_id: 'customers' },
  },
} as const satisfies EntriesOf<ReferralsSchema>;
