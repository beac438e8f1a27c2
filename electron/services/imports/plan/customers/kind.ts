import { prepareCustomerLookup } from '#db/queries/imports/lookup-customers.ts';
import { prepareErasedKeys } from '#db/queries/privacy/erased-keys.ts';
import type { RowKind } from '../row-kind.ts';
import { CustomerBook } from './book.ts';
import { whoFields } from './row.ts';
import { customerRows } from './rows.ts';
import { CustomerWriter } from './write.ts';

/** Customers: a file's own, or those whom its rows are about. */
export const customers: RowKind = {
  name: 'customers',
  fields: ['customer.'],
  columns: 'named',
  naming: { mode: 'correct' },
  brings: (has) => has(...whoFields),
  lacks: () => null,
  open: (ground) => {
    const { raw, isEmpty, ids, today, settings } = ground;
    const context = { country: settings.country, today };
    const lookup = isEmpty ? null : prepareCustomerLookup(raw);
    const book = new CustomerBook(lookup, prepareErasedKeys(raw), () => ids.of('customers'));
    const writer = new CustomerWriter(ground);
    return {
      rowsOf: (source, naming) => customerRows(source, naming, book, context),
      write: () => writer.write(book.slots.values()),
      counts: () => ({
        customers: writer.counts,
        fieldChanges: writer.fieldChanges(),
        recognised: { ...book.recognised },
      }),
    };
  },
};
