import type { CustomerFacts } from '#shared/contract/customers.ts';
import { readPhones } from '#shared/domain/text/phone.ts';

/** Facts of somebody of whom only what was typed is known: a phone where it reads as one, else a name. */
export function bareCustomer(typed: string, country: string): CustomerFacts {
  const [phone] = /\d{5}/.test(typed.replace(/\D/g, '')) ? readPhones(typed, country).phones : [];
  return {
    kind: 'person',
    relation: 'customer',
    mark: null,
    name: phone === undefined ? typed : '',
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
    contactPoints: phone === undefined ? [] : [{ kind: 'phone', label: null, value: phone }],
    addresses: [],
    tags: [],
    own: [],
  };
}
