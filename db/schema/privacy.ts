import type { Generated } from 'kysely';
import type {
  ConsentPurpose,
  ConsentWay,
  PrivacyEventKind,
} from '#shared/domain/vocabulary/privacy.ts';
import type { Flag, Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

/** One thing that a customer agreed to or took back; the newest of a purpose is what holds. */
export interface ConsentsTable {
  id: Id;
  customer_id: number;
  purpose: ConsentPurpose;
  /** What for, where the list has no word for it. */
  words: Generated<string>;
  is_given: Flag;
  said_on: string;
  way: ConsentWay;
  note: Generated<string>;
  created_at: string;
}

/** Somebody who was erased: no name, nothing by which one is found. */
export interface ErasuresTable {
  id: Id;
  /** The number of the customer, which no other gets. */
  customer_id: number;
  salt: string;
  /** By it a customer in an older copy is known to be the same one. */
  mark: string;
  erased_at: string;
  /** When what was left in the file's free room was cleared; null: not yet. */
  swept_at: string | null;
}

/** By what somebody who was erased is known again: a keyed hash of a phone, an e-mail or a code. */
export interface ErasedKeysTable {
  id: Id;
  erasure_id: number;
  /** The key, of the shop's own. */
  salt: string;
  mark: string;
}

/** What was done for whom. */
export interface PrivacyEventsTable {
  id: Id;
  at: string;
  kind: PrivacyEventKind;
  customer_id: number | null;
  /** Of somebody who is erased, instead of the customer. */
  erasure_id: number | null;
  consent_id: number | null;
  /** How many. */
  count: number | null;
  /** When the owner took note of it. */
  noted_at: string | null;
}

export interface PrivacySchema {
  consents: ConsentsTable;
  erasures: ErasuresTable;
  erased_keys: ErasedKeysTable;
  privacy_events: PrivacyEventsTable;
}

export const privacyTables = {
  consents: {
    area: 'privacy',
    holds: 'own',
    carries: ['created_at'],
    partOf: { column: 'customer_id', table: 'customers' },
  },
  erasures: { area: 'privacy', holds: 'record' },
  erased_keys: { area: 'privacy', holds: 'record', refersTo: { erasure_id: 'erasures' } },
  privacy_events: {
    area: 'privacy',
    holds: 'record',
    refersTo: { erasure_id: 'erasures' },
  },
} as const satisfies EntriesOf<PrivacySchema>;
