import { code, day, flag, money, number, record, text } from './sense.ts';

/** The loyalty programme, and points that were spent or put right. */
export const rewarding = {
  loyalty_rules: {
    id: 'silent',
    from_on: day,
    spend_minor: money,
    points: number,
    is_before_discount: flag,
    takes_back: flag,
    months_valid: number,
    worth_minor: money,
    remind_days: number,
    created_at: 'silent',
  },
  loyalty_tiers: {
    id: 'silent',
    name: text,
    reached_by: text,
    at_least: number,
    gives: text,
    created_at: 'silent',
  },
  loyalty_rewards: { id: 'silent', name: text, points: number, created_at: 'silent' },
  loyalty_entries: {
    id: 'silent',
    customer_id: record('customers'),
    sale_id: record('sales'),
    kind: code('loyalty.kind'),
    points: number,
    entered_on: day,
    what: text,
    worth_minor: money,
    created_at: 'silent',
  },
} as const;
