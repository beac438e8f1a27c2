import type { CustomerFacts } from '#shared/contract/customers.ts';

type Contact = CustomerFacts['contactPoints'][number];
type Address = CustomerFacts['addresses'][number];

/** Fields of one text each, in the order of the form. */
export const TEXT_FIELDS = [
  'occupation',
  'source',
  'uses',
  'tastes',
  'matters',
  'taxId',
  'note',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export const ADDRESS_FIELDS = [
  'street',
  'district',
  'city',
  'province',
  'postalCode',
  'country',
] as const;

/** Text of a form's field as the contract wants it: trimmed, nothing is null. */
export function orNull(text: string | null): string | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : trimmed;
}

/** Facts of somebody about whom nothing is known. */
export const EMPTY_FACTS: CustomerFacts = {
  kind: 'person',
  relation: 'customer',
  mark: null,
  name: '',
  birthdayOn: null,
  gender: null,
  occupation: null,
  source: null,
  uses: null,
  tastes: null,
  matters: null,
  taxId: null,
  note: null,
  recommendedBy: null,
  contactPoints: [],
  addresses: [],
  tags: [],
  own: [],
};

export function emptyContact(kind: Contact['kind']): Contact {
  return { kind, label: null, value: '' };
}

export const EMPTY_ADDRESS: Address = {
  label: null,
  street: null,
  district: null,
  city: null,
  province: null,
  postalCode: null,
  country: null,
};

function tidyAddress(address: Address): Address {
  return {
    label: orNull(address.label),
    street: orNull(address.street),
    district: orNull(address.district),
    city: orNull(address.city),
    province: orNull(address.province),
    postalCode: orNull(address.postalCode),
    country: orNull(address.country),
  };
}

/** What the form holds, ready to be sent: empty lines left out, blanks as null. */
export function tidyFacts(facts: CustomerFacts): CustomerFacts {
  const texts = Object.fromEntries(TEXT_FIELDS.map((name) => [name, orNull(facts[name])]));
  return {
    ...facts,
    ...(texts as Record<TextField, string | null>),
    name: facts.name.trim(),
    contactPoints: facts.contactPoints
      .map((point) => ({ ...point, label: orNull(point.label), value: point.value.trim() }))
      .filter(({ value }) => value !== ''),
    addresses: facts.addresses
      .map(tidyAddress)
      .filter((address) => ADDRESS_FIELDS.some((name) => address[name] !== null)),
    own: facts.own
      .map(({ fieldId, value }) => ({ fieldId, value: value.trim() }))
      .filter(({ value }) => value !== ''),
  };
}

/**
 * The newest facts with what the owner typed since `before` laid over them, field by field. Where
 * both changed the same field the newest stays: it is shown, and never overwritten unseen.
 */
export function mergeFacts(
  before: CustomerFacts,
  typed: CustomerFacts,
  latest: CustomerFacts,
): CustomerFacts {
  const fields = Object.keys(latest) as (keyof CustomerFacts)[];
  const isSame = (a: CustomerFacts, b: CustomerFacts, field: keyof CustomerFacts) =>
    JSON.stringify(a[field]) === JSON.stringify(b[field]);
  const own = fields
    .filter((field) => !isSame(before, typed, field) && isSame(before, latest, field))
    .map((field) => [field, typed[field]]);
  return { ...latest, ...Object.fromEntries(own) };
}
