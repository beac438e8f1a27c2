import { code, day, marks, record, text } from './sense.ts';

const ofCustomer = { id: 'silent', import_id: 'silent', customer_id: 'silent' } as const;

/** A customer's own record, for people. */
export const customers = {
  customers: {
    ...marks,
    kind: code('customers.kind'),
    relation: code('customer.relation'),
    mark: code('customer.mark'),
    name: text,
    name_key: 'silent',
    birthday_on: { as: 'birthday' },
    gender: code('customer.gender'),
    occupation: text,
    source: text,
    uses: text,
    tastes: text,
    matters: text,
    tax_id: text,
    recommended_by: record('customers'),
    note: text,
    erased_at: 'silent',
  },
  contact_points: {
    ...ofCustomer,
    kind: code('customer.field'),
    label: text,
    value: { as: 'contact' },
    match_key: 'silent',
    position: 'silent',
  },
  customer_identifiers: { ...ofCustomer, scheme: text, value: text },
  addresses: {
    ...ofCustomer,
    label: text,
    street: text,
    district: text,
    city: text,
    province: text,
    postal_code: text,
    country: text,
    position: 'silent',
  },
  customer_tags: { ...ofCustomer, tag: text },
  consents: {
    id: 'silent',
    customer_id: 'silent',
    created_at: 'silent',
    purpose: code('privacy.purpose'),
    words: text,
    is_given: code('privacy.given'),
    said_on: day,
    way: code('privacy.way'),
    note: text,
  },
} as const;
