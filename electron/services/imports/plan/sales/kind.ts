import { prepareSaleLookup } from '#db/queries/imports/lookup-sales.ts';
import { readSummaries, type Staging } from '#db/staging/staging.ts';
import type { ColumnSummary } from '#shared/domain/columns/summary.ts';
import { tellsRefundsApart } from '#shared/domain/vocabulary/sale-words.ts';
import type { SourceState } from '../../draft-store.ts';
import { customers } from '../customers/kind.ts';
import { MoneySum } from '../money-sum.ts';
import { products } from '../products/kind.ts';
import type { EarlierPlans, HasField, KindPlan, PlanGround, RowKind } from '../row-kind.ts';
import { SaleBook } from './book.ts';
import { JoinedOrders } from './joined/orders.ts';
import { JoinedStatements } from './joined/statements.ts';
import { Tallies } from './joined/tally.ts';
import { lineSink } from './line-sink.ts';
import { repeatTotals } from './repeated-totals.ts';
import { SaleRowReader } from './row.ts';
import { type SaleBooks, SaleRows } from './rows.ts';
import { MoneyWitness } from './witness.ts';
import { SaleWriter } from './write.ts';

/** The sales of a plan, as other kinds ask for them. */
interface SalePlan extends KindPlan {
  /** A sale by its number that is not another customer's. */
  byNumber(number: string, customerId: number | null): number | null;
}

/** A day without money, or money without a day, is no sale yet. */
function lacks(has: HasField): string | null {
  if (has('sale.date')) return 'amount-column-missing';
  const isOfSale = has('sale.number', 'sale.total', 'line.amount', 'line.quantity');
  return isOfSale ? 'date-column-missing' : null;
}

/** The first different words of the column that says how sales stand. */
function statusWords(staging: Staging, source: SourceState): readonly string[] {
  const index = source.columns.findIndex((column) => column.field === 'sale.status');
  if (index < 0) return [];
  const summaries = readSummaries(staging, source.id) as ColumnSummary[];
  return summaries[index]?.values ?? [];
}

/** What only all rows together decide: orders without lines, and what was given back of sales. */
function* closeSales({ book, orders, money }: Pick<SaleBooks, 'book' | 'orders' | 'money'>) {
  yield* orders.close(book, money);
  for (const back of book.takeBack()) {
    money.takeBack(back);
    yield;
  }
}

function open(ground: PlanGround, earlier: EarlierPlans): SalePlan {
  const { raw, staging, settings, today, isEmpty, digits, ids, sources } = ground;
  const book = new SaleBook(isEmpty ? null : prepareSaleLookup(raw), ids, lineSink(staging));
  const money = new MoneySum(digits);
  const writer = new SaleWriter(staging, today);
  const [witness, orders, tallies] = [new MoneyWitness(digits), new JoinedOrders(), new Tallies()];
  const joined = new JoinedStatements({
    ...{ sources, orders, tallies },
    customerCode: earlier(customers).codeAlone,
    productCode: earlier(products).codeAlone,
  });
  return {
    rowsOf: (source, _, days) => {
      book.startSource(source.id);
      witness.startSource();
      const tellsApart = tellsRefundsApart(statusWords(staging, source));
      const isOfLine = source.columns.some(({ field }) => field === 'line.amount');
      const repeatsTotals = !isOfLine && repeatTotals(staging, source);
      const reader = new SaleRowReader(source, {
        ...{ currency: settings.currency, digits, days, tellsRefundsApart: tellsApart },
        repeatsTotals,
        mayLackMoney: source.role === 'orders',
      });
      return new SaleRows(source, reader, { book, money, witness, orders, tallies });
    },
    finishSource: (outcomes) => book.finishSource(outcomes),
    *write() {
      yield* closeSales({ book, orders, money });
      yield* writer.write(book.slots.values());
    },
    counts: () => ({
      witness: witness.statements(book.slots.values(), money.storedMinor),
      joined: joined.of(book.slots.values()),
      sales: writer.counts,
      lines: { ...book.lines },
      returns: writer.returns,
      partlyReturned: writer.partlyReturned,
      cancelled: writer.cancelled,
      unpaid: writer.unpaid,
      afterToday: writer.afterToday,
      salesWithoutCustomer: writer.withoutCustomer,
      money: {
        exact: money.exact,
        storedMinor: money.storedMinor,
        roundedLines: money.roundedLines,
      },
    }),
    byNumber: (number, customerId) => book.byNumber(number, customerId),
  };
}

/** Sales and returns, line by line: they have a day and something to count money by. */
export const sales: RowKind<SalePlan> = {
  name: 'sales',
  fields: ['sale.', 'line.'],
  columns: 'mixed',
  naming: { mode: 'fill', takesTrashed: true },
  brings: (has) => has('sale.date') && has('line.amount', 'sale.total', 'line.unitPrice'),
  lacks,
  open,
};
