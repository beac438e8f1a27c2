import type { Generated } from 'kysely';
import type { PointEntryKind } from '#shared/domain/vocabulary/loyalty.ts';
import type { Flag, Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

/** How points are given from a day on: the last of those that began by a day holds, of one day the newest. */
export interface LoyaltyRulesTable {
  id: Id;
  from_on: string;
  spend_minor: number;
  /** For every full `spend_minor`; 0: none are given. */
  points: number;
  is_before_discount: Flag;
  takes_back: Flag;
  /** Null: they hold for good. */
  months_valid: number | null;
  worth_minor: number;
  remind_days: number;
  created_at: string;
}

/** Silver, gold: by what was earned or spent in the last twelve months. */
export interface LoyaltyTiersTable {
  id: Id;
  name: string;
  reached_by: 'points' | 'money';
  /** Points, or minor units. */
  at_least: number;
  /** What it gives, in words. */
  gives: Generated<string>;
  created_at: string;
}

export interface LoyaltyRewardsTable {
  id: Id;
  name: string;
  points: number;
  created_at: string;
}

/** Points that were spent or put right: below zero takes. Never changed; what sales give is counted from them. */
export interface LoyaltyEntriesTable {
  id: Id;
  customer_id: number;
  /** The sale that it was spent at: it counts as long as that does. */
  sale_id: number | null;
  kind: PointEntryKind;
  points: number;
  entered_on: string;
  /** The reward as it was called, or why it was put right. */
  what: string;
  /** What was taken off the sale for it; null: it was for a reward. */
  worth_minor: number | null;
  created_at: string;
}

export interface LoyaltySchema {
  loyalty_rules: LoyaltyRulesTable;
  loyalty_tiers: LoyaltyTiersTable;
  loyalty_rewards: LoyaltyRewardsTable;
  loyalty_entries: LoyaltyEntriesTable;
}

export const loyaltyTables = {
  loyalty_rules: { area: 'loyalty', holds: 'own', carries: ['created_at'], label: 'from_on' },
  loyalty_tiers: { area: 'loyalty', holds: 'own', carries: ['created_at'], label: 'name' },
  loyalty_rewards: { area: 'loyalty', holds: 'own', carries: ['created_at'], label: 'name' },
  loyalty_entries: {
    area: 'loyalty',
    holds: 'own',
    carries: ['created_at'],
    refersTo: { customer_id: 'customers', sale_id: 'sales' },
  },
} as const satisfies EntriesOf<LoyaltySchema>;
