import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lists } from '#renderer/base/lists.ts';
import {
  type ComplaintFilter,
  complaintFilter,
  complaintKind,
  complaintState,
  severity,
} from '#shared/contract/complaints-facts.ts';
import { type CustomerFilter, customerFilter, layer } from '#shared/contract/customers.ts';
import { allHealthChecks } from '#shared/domain/vocabulary/health.ts';
import { rfmGroups } from '#shared/domain/vocabulary/segments.ts';

const { complaints, customers, guarantee, reviews, today } = lists;
const flag = complaintFilter.shape.flags.unwrap().element;
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const span = fc.tuple(day, day).map((days) => days.join('..'));
const id = fc.integer({ min: 1, max: 1e9 });
const word = fc.string({ minLength: 1, maxLength: 40 });

const complaintFilters = fc.record({
  search: fc.string({ maxLength: 40 }),
  states: fc.uniqueArray(fc.constantFrom(...complaintState.options)),
  kinds: fc.uniqueArray(fc.constantFrom(...complaintKind.options)),
  severities: fc.uniqueArray(fc.constantFrom(...severity.options)),
  cause: fc.option(word),
  productId: fc.option(id),
  customerId: fc.option(id),
  importId: fc.option(id),
  receivedFrom: fc.option(day),
  receivedTo: fc.option(day),
  flags: fc.uniqueArray(fc.constantFrom(...flag.options)),
}) as fc.Arbitrary<ComplaintFilter>;

const customerFilters = fc.record({
  search: fc.string({ maxLength: 40 }),
  layers: fc.uniqueArray(fc.constantFrom(...layer.options)),
  tags: fc.uniqueArray(fc.oneof(word, fc.constantFrom('kantor, sekolah', '12', 'a&b=c', '#')), {
    maxLength: 20,
  }),
  city: fc.option(word),
  importId: fc.option(id),
  clvFromMinor: fc.option(fc.integer()),
  clvToMinor: fc.option(fc.integer()),
  only: fc.option(fc.constantFrom(...customerFilter.shape.only.unwrap().unwrap().options)),
  offers: fc.option(fc.constantFrom(...customerFilter.shape.offers.unwrap().unwrap().options)),
  quietSince: fc.option(day),
  segment: fc.option(id),
  tiers: fc.uniqueArray(id, { maxLength: 50 }),
  rfm: fc.uniqueArray(fc.constantFrom(...rfmGroups)),
  on: fc.option(day),
  firstFrom: fc.option(day),
  firstTo: fc.option(day),
  lastFrom: fc.option(day),
  lastTo: fc.option(day),
  bought: fc.uniqueArray(id, { maxLength: 50 }),
  neverBought: fc.option(id),
  health: fc.option(fc.constantFrom(...allHealthChecks)),
  referral: fc.option(fc.constantFrom(...customerFilter.shape.referral.unwrap().unwrap().options)),
  referredBy: fc.option(id),
  own: fc.uniqueArray(
    fc.oneof(
      fc.constantFrom('3!', '4?', '12=L', '12=a&b=c?'),
      word.map((one) => `5=${one}`),
    ),
    {
      maxLength: 20,
    },
  ),
  boughtIn: fc.uniqueArray(span, { maxLength: 4 }),
  notBoughtIn: fc.uniqueArray(span, { maxLength: 4 }),
  backMonths: fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
}) as fc.Arbitrary<CustomerFilter>;

function queryOf(address: string): string {
  return address.split('?')[1] ?? '';
}

describe('the address of a filter', () => {
  test('is written as a chart would write it', () => {
    expect(complaints.showing({ cause: 'salah kirim & telat', flags: ['came-back'] })).toBe(
      '/complaints?cause=salah+kirim+%26+telat&flags=came-back',
    );
    expect(customers.showing({ tags: ['kantor, sekolah', 'reseller'] })).toBe(
      '/customers?tags=kantor%2C+sekolah&tags=reseller',
    );
    expect(complaints.showing({})).toBe('/complaints');
    expect(complaints.showing(complaints.all)).toBe('/complaints');
  });

  test('says nothing of what a list shows anyway', () => {
    expect(reviews.showing({ only: 'all' })).toBe('/complaints/reviews');
    expect(reviews.showing({ only: 'waiting' })).toBe('/complaints/reviews?only=waiting');
    expect(guarantee.showing({ days: 30, only: 'open' })).toBe('/complaints/guarantee');
    expect(guarantee.showing({ days: 90 })).toBe('/complaints/guarantee?days=90');
    expect(today.showing({ span: 'today' })).toBe('/today');
  });

  test('is read back as the same filter, whatever is in it', () => {
    fc.assert(
      fc.property(complaintFilters, (filter) => {
        expect(complaints.read(queryOf(complaints.showing(filter)))).toEqual(filter);
      }),
    );
    fc.assert(
      fc.property(customerFilters, (filter) => {
        expect(customers.read(queryOf(customers.showing(filter)))).toEqual(filter);
      }),
    );
  });

  test('filters by nothing that it does not know or that cannot be', () => {
    const query =
      'productId=0&customerId=abc&receivedFrom=2026-02-30&states=closed&states=gone&flags=overdue&flags=x&colour=red';
    expect(complaints.read(query)).toEqual({
      ...complaints.all,
      states: ['closed'],
      flags: ['overdue'],
    });
    expect(guarantee.read('days=400&only=&search=')).toEqual(guarantee.all);
  });

  test('a value twice counts once', () => {
    expect(complaints.read('states=closed&states=closed').states).toEqual(['closed']);
  });
});
