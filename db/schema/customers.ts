import type { Generated } from 'kysely';
import type { OwnFieldType } from '#shared/domain/own-fields/own-fields.ts';
import type {
  ContactPointKind,
  CustomerKind,
  Gender,
  Relation,
} from '#shared/domain/vocabulary/customers.ts';
import type { Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

export interface CustomersTable {
  id: Id;
  kind: Generated<CustomerKind>;
  relation: Generated<Relation>;
  mark: 'suspect' | 'rest-of-world' | null;
  name: Generated<string>;
  name_key: Generated<string>;
  birthday_on: string | null;
  gender: Gender | null;
  occupation: string | null;
  source: string | null;
  uses: string | null;
  tastes: string | null;
  matters: string | null;
  tax_id: string | null;
  recommended_by: number | null;
  note: string | null;
  import_id: number | null;
  created_at: string;
  deleted_at: string | null;
  /** When the person was erased: what is left is who bought what, without a name. */
  erased_at: string | null;
  /** The record of the same person that this one was merged into; null: it stands for itself. */
  merged_into: number | null;
}

export interface ContactPointsTable {
  id: Id;
  customer_id: number;
  kind: ContactPointKind;
  label: string | null;
  value: string;
  match_key: string;
  position: Generated<number>;
  import_id: number | null;
}

export interface CustomerIdentifiersTable {
  id: Id;
  customer_id: number;
  scheme: string;
  value: string;
  import_id: number | null;
}

export interface AddressesTable {
  id: Id;
  customer_id: number;
  label: string | null;
  street: string | null;
  district: string | null;
  city: string | null;
  province: string | null;
  postal_code: string | null;
  country: string | null;
  position: Generated<number>;
  import_id: number | null;
}

export interface CustomerTagsTable {
  id: Id;
  customer_id: number;
  tag: string;
  import_id: number | null;
}

/** A field of the customer that the owner made. */
export interface CustomFieldsTable {
  id: Id;
  name: string;
  /** By which another of the same name is found. */
  name_key: string;
  type: OwnFieldType;
  /** Of a choice: what can be chosen, JSON. */
  choices: Generated<string>;
  position: Generated<number>;
  import_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

/** What such a field holds of one customer, as its type writes it: a plain decimal, an ISO day, `yes`. */
export interface CustomValuesTable {
  id: Id;
  customer_id: number;
  field_id: number;
  value: string;
  import_id: number | null;
}

/** Two who look alike and are two people. */
export interface CustomersApartTable {
  id: Id;
  customer_id: number;
  other_id: number;
  created_at: string;
}

export interface CustomersSchema {
  customers: CustomersTable;
  contact_points: ContactPointsTable;
  customer_identifiers: CustomerIdentifiersTable;
  addresses: AddressesTable;
  customer_tags: CustomerTagsTable;
  custom_fields: CustomFieldsTable;
  custom_values: CustomValuesTable;
  customers_apart: CustomersApartTable;
}

export const customersTables = {
  customers: {
    area: 'customers',
    holds: 'own',
    carries: ['import_id', 'created_at', 'deleted_at'],
    refersTo: { recommended_by: 'customers', merged_into: 'customers' },
    plan: [
      'id',
      'kind',
      'name',
      'name_key',
      'birthday_on',
      'gender',
      'occupation',
      'source',
      'tax_id',
      'recommended_by',
      'note',
    ],
    fillsShop: true,
    isSearched: true,
  },
  contact_points: {
    area: 'customers',
    holds: 'own',
    carries: ['import_id'],
    partOf: { column: 'customer_id', table: 'customers' },
    plan: ['id', 'customer_id', 'kind', 'value', 'match_key', 'position'],
    isSearched: true,
  },
  customer_identifiers: {
    area: 'customers',
    holds: 'own',
    carries: ['import_id'],
    partOf: { column: 'customer_id', table: 'customers' },
    plan: ['id', 'customer_id', 'scheme', 'value'],
    isSearched: true,
  },
  addresses: {
    area: 'customers',
    holds: 'own',
    carries: ['import_id'],
    partOf: { column: 'customer_id', table: 'customers' },
    plan: [
      'id',
      'customer_id',
      'street',
      'district',
      'city',
      'province',
      'postal_code',
      'position',
    ],
    isSearched: true,
  },
  customer_tags: {
    area: 'customers',
    holds: 'own',
    carries: ['import_id'],
    partOf: { column: 'customer_id', table: 'customers' },
    plan: ['id', 'customer_id', 'tag'],
    isSearched: true,
  },
  custom_fields: {
    area: 'customers',
    holds: 'own',
    carries: ['import_id', 'created_at', 'deleted_at'],
    plan: ['id', 'name', 'name_key', 'type', 'choices', 'position'],
    label: 'name',
  },
  custom_values: {
    area: 'customers',
    holds: 'own',
    carries: ['import_id'],
    partOf: { column: 'customer_id', table: 'customers' },
    refersTo: { field_id: 'custom_fields' },
    plan: ['id', 'customer_id', 'field_id', 'value'],
  },
  customers_apart: {
    area: 'customers',
    holds: 'own',
    carries: ['created_at'],
    refersTo: { customer_id: 'customers', other_id: 'customers' },
  },
} as const satisfies EntriesOf<CustomersSchema>;
