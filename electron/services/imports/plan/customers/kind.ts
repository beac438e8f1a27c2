import { insertApart } from '#db/queries/customers/apart.ts';
import { prepareCustomerLookup } from '#db/queries/imports/lookup-customers.ts';
import { prepareErasedKeys } from '#db/queries/privacy/erased-keys.ts';
import { readPlanFact } from '#db/staging/plan.ts';
import type { KindPlan, RowKind } from '../row-kind.ts';
import { SameAnswers } from './answers.ts';
import { CustomerBook } from './book.ts';
import { OwnFieldBook } from './own-fields.ts';
import { Referrals } from './referrals.ts';
import { whoFields } from './row.ts';
import { customerRows } from './rows.ts';
import { planFacts, SamePeople } from './same.ts';
import { CustomerWriter } from './write.ts';

/** The customers of a plan, as other kinds ask for them. */
interface CustomerPlan extends KindPlan {
  /** The code of a new one of whom nothing else is known; else null. */
  codeAlone(customerId: number): string | null;
}

/** Customers: a file's own, or those whom its rows are about. */
export const customers: RowKind<CustomerPlan> = {
  name: 'customers',
  fields: ['customer.'],
  columns: 'named',
  naming: { mode: 'correct' },
  brings: (has) => has(...whoFields),
  lacks: () => null,
  open: (ground) => {
    const { raw, isEmpty, ids, today, settings } = ground;
    const fields = new OwnFieldBook(raw, ids);
    const lookup = isEmpty ? null : prepareCustomerLookup(raw);
    const answers = isEmpty ? null : new SameAnswers(raw, ground.people);
    const known = { lookup, erased: prepareErasedKeys(raw), answers };
    const book = new CustomerBook(known, () => ids.of('customers'));
    const referrals = new Referrals(book, settings.country, () => lookup?.schemes() ?? []);
    const { country, timeZone } = settings;
    const context = { country, timeZone, today, fields, referrals };
    const writer = new CustomerWriter(ground, fields);
    const same = new SamePeople(ground.people);
    return {
      codeAlone: (customerId) => book.slots.get(customerId)?.codeAlone ?? null,
      rowsOf: (source, naming) => customerRows(source, naming, book, context),
      finishSource: (outcomes) => referrals.finishSource(outcomes),
      *write() {
        yield* referrals.finish();
        yield* writer.write(book.slots.values());
        if (!isEmpty) same.find(raw, ground.staging, book.slots.values());
      },
      counts: () => ({
        customers: writer.counts,
        fieldChanges: writer.fieldChanges(),
        recognised: { ...book.recognised },
        samePeople: same.counts,
      }),
    };
  },
  follow: ({ raw, staging, clock, batchId }) => {
    const told = readPlanFact(staging, planFacts.apart) as [number, number][] | undefined;
    for (const [customerId, otherId] of told ?? [])
      insertApart(raw, batchId, { customerId, otherId }, clock.instant());
  },
};
