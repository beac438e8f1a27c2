import type { Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

/** Money received; below zero it was paid back. */
export interface PaymentsTable {
  id: Id;
  customer_id: number | null;
  number: string | null;
  paid_on: string;
  amount_minor: number;
  method: string | null;
  note: string | null;
  import_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

/** What of a payment settles which sale; what no part names waits on the customer's account. */
export interface PaymentPartsTable {
  id: Id;
  payment_id: number;
  sale_id: number;
  amount_minor: number;
}

export interface PaymentsSchema {
  payments: PaymentsTable;
  payment_parts: PaymentPartsTable;
}

export const paymentsTables = {
  payments: {
    area: 'payments',
    holds: 'own',
    carries: ['import_id', 'created_at', 'deleted_at'],
    refersTo: { customer_id: 'customers' },
    holdsTogether: true,
    fillsShop: true,
    label: 'coalesce(number, paid_on)',
  },
  payment_parts: {
    area: 'payments',
    holds: 'own',
    partOf: { column: 'payment_id', table: 'payments' },
    refersTo: { sale_id: 'sales' },
  },
} as const satisfies EntriesOf<PaymentsSchema>;
