import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ALL_COMPLAINTS,
  complaintsAddress,
  isSameFilter,
  readComplaintAddress,
} from '#renderer/components/complaint-address.ts';
import {
  type ComplaintFilter,
  complaintFilter,
  complaintKind,
  complaintState,
  severity,
} from '#shared/contract/complaint-facts.ts';

const flag = complaintFilter.shape.flags.unwrap().element;
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const id = fc.integer({ min: 1, max: 1e9 });

const filters = fc.record({
  search: fc.string({ maxLength: 40 }),
  states: fc.uniqueArray(fc.constantFrom(...complaintState.options)),
  kinds: fc.uniqueArray(fc.constantFrom(...complaintKind.options)),
  severities: fc.uniqueArray(fc.constantFrom(...severity.options)),
  cause: fc.option(fc.string({ minLength: 1, maxLength: 40 })),
  productId: fc.option(id),
  customerId: fc.option(id),
  importId: fc.option(id),
  receivedFrom: fc.option(day),
  receivedTo: fc.option(day),
  flags: fc.uniqueArray(fc.constantFrom(...flag.options)),
}) as fc.Arbitrary<ComplaintFilter>;

function queryOf(address: string): string {
  return address.split('?')[1] ?? '';
}

describe('the address of a filter', () => {
  test('is written as a chart would write it', () => {
    expect(complaintsAddress({ cause: 'salah kirim & telat', flags: ['came-back'] })).toBe(
      '/complaints?cause=salah+kirim+%26+telat&flags=came-back',
    );
    expect(complaintsAddress({})).toBe('/complaints');
    expect(complaintsAddress(ALL_COMPLAINTS)).toBe('/complaints');
  });

  test('is read back as the same filter, whatever is in it', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const read = readComplaintAddress(queryOf(complaintsAddress(filter)));
        expect(read).toEqual(filter);
        expect(isSameFilter(read, filter)).toBe(true);
      }),
    );
  });

  test('filters by nothing that it does not know or that cannot be', () => {
    const query =
      'productId=0&customerId=abc&receivedFrom=2026-02-30&states=closed,gone&flags=overdue,x&colour=red';
    expect(readComplaintAddress(query)).toEqual({
      ...ALL_COMPLAINTS,
      states: ['closed'],
      flags: ['overdue'],
    });
  });

  test('a value twice counts once', () => {
    expect(readComplaintAddress('states=closed,closed').states).toEqual(['closed']);
  });
});
