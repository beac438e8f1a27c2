import type { Generated } from 'kysely';
import type { Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

export interface GuaranteePoliciesTable {
  id: Id;
  product_id: number;
  applies_from: string | null;
  months: number;
  days: Generated<number>;
  covers: string;
  excludes: Generated<string>;
  how_to_claim: Generated<string>;
  service_months: number | null;
  created_at: string;
}

export interface ClaimsTable {
  id: Id;
  number: string;
  customer_id: number;
  sale_line_id: number | null;
  product_id: number | null;
  claimed_at: string;
  problem: string;
  ends_on: string | null;
  verdict: 'covered' | 'expired' | 'excluded' | 'goodwill';
  remedy: 'repair' | 'replace' | 'refund' | 'none';
  promised_on: string | null;
  cost_minor: Generated<number>;
  done_at: string | null;
  note: string | null;
  complaint_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

export interface GuaranteeSchema {
  guarantee_policies: GuaranteePoliciesTable;
  claims: ClaimsTable;
}

export const guaranteeTables = {
  guarantee_policies: {
    area: 'guarantee',
    holds: 'own',
    carries: ['created_at'],
    refersTo: { product_id: 'products' },
  },
  claims: {
    area: 'guarantee',
    holds: 'own',
    carries: ['created_at', 'deleted_at'],
    refersTo: {
      customer_id: 'customers',
      sale_line_id: 'sale_lines',
      product_id: 'products',
      complaint_id: 'complaints',
    },
    label: 'number',
  },
} as const satisfies EntriesOf<GuaranteeSchema>;
