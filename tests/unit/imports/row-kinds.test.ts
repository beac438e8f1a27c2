import { describe, expect, it } from 'vitest';
import { kindsOf, lacksOf, leadOf, rowKinds } from '#electron/services/imports/plan/row-kinds.ts';
import { IMPORT_FIELDS, type ImportField } from '#shared/domain/columns/fields.ts';

function columns(...fields: readonly ImportField[]) {
  return fields.map((field) => ({ field }));
}

const who = ['customer.name', 'customer.phone'] as const;
const sale = ['sale.date', 'line.amount'] as const;
const complaint = ['complaint.receivedOn', 'complaint.text'] as const;
const interaction = ['contact.date', 'contact.text', ...who] as const;

describe('the kinds of rows', () => {
  it('have every field between them, each in one of them', () => {
    for (const field of IMPORT_FIELDS.filter((each) => each !== 'ignore')) {
      const owners = rowKinds.filter((kind) =>
        kind.fields.some((start) => field.startsWith(start)),
      );
      expect([field, owners.length]).toEqual([field, 1]);
    }
  });

  it.each<[string, readonly ImportField[], string | undefined, string[]]>([
    ['customers', [...who], 'customers', ['customers']],
    ['products', ['product.sku'], 'products', ['products']],
    [
      'customers, whatever else is named',
      ['product.sku', ...who],
      'customers',
      ['customers', 'products'],
    ],
    ['sales', [...who, ...sale], 'sales', ['customers', 'sales']],
    ['complaints, though they name a sale', [...complaint, ...sale], 'complaints', ['complaints']],
    [
      'complaints before interactions',
      [...interaction, ...complaint],
      'complaints',
      ['customers', 'complaints'],
    ],
    ['interactions before sales', [...interaction, ...sale], 'contacts', ['customers', 'contacts']],
    ['nothing', ['sale.number'], undefined, []],
  ])('tell what a file brings: %s', (_, fields, lead, brings) => {
    expect(leadOf(columns(...fields))?.name).toBe(lead);
    expect(kindsOf(columns(...fields)).map((kind) => kind.name)).toEqual(brings);
  });

  it.each<[string, readonly ImportField[], string[]]>([
    ['nothing of a list that is whole', [...complaint, 'contact.text', 'sale.number'], []],
    ['a day of a complaint', ['complaint.text', ...who], ['complaint-date-missing']],
    ['its words', ['complaint.status', 'complaint.receivedOn'], ['complaint-text-missing']],
    [
      'the customer of an interaction',
      ['contact.date', 'contact.text'],
      ['contact-customer-missing'],
    ],
    ['a complaint among sales', [...sale, 'complaint.text'], ['complaint-date-missing']],
    [
      'several things of a file that is none of them',
      ['contact.text', 'complaint.text', 'sale.date', 'sale.number'],
      ['complaint-date-missing', 'amount-column-missing'],
    ],
  ])('tell what a file lacks: %s', (_, fields, lacks) => {
    expect(lacksOf(columns(...fields))).toEqual(lacks);
  });
});
