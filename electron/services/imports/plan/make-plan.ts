import { prepareCareLookup } from '#db/queries/imports/lookup-complaints.ts';
import {
  type LastIds,
  lastIds,
  prepareShopLookup,
  shopState,
} from '#db/queries/imports/shop-state.ts';
import { resetPlan, writePlanFact } from '#db/staging/plan.ts';
import { readBlocks, type Staging } from '#db/staging/staging.ts';
import type { ImportReport, RowCounts } from '#shared/contract/imports.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { businessCalendar } from '#shared/domain/calendar/business-hours.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import type { TaskContext } from '../../../context.ts';
import { breathe, type DraftState, type OpenDraft, type SourceState } from '../draft-store.ts';
import { bringsOf } from '../source-brings.ts';
import { ComplaintBook } from './complaints/book.ts';
import type { CareBooks } from './complaints/rows.ts';
import { CareWriter } from './complaints/write.ts';
import { CustomerBook } from './customers/book.ts';
import { PlanWriter } from './customers/write.ts';
import { InteractionBook } from './interactions/book.ts';
import { MoneySum } from './money-sum.ts';
import { Outcomes } from './outcomes.ts';
import { ProductBook } from './products/book.ts';
import { SaleBook, type Settle } from './sales/book.ts';
import { lineSink } from './sales/line-sink.ts';
import { type Books, SourcePlan } from './source-rows.ts';

/** What a plan was made from; it holds as long as neither has changed. */
export interface PlanBasis {
  readonly revision: number;
  readonly shop: string;
}

const writesBetweenBreaths = 2000;

/** Customers first, then products, sales, interactions, complaints: each finds what it is about. */
function plannedOrder(state: DraftState): SourceState[] {
  const rank = (source: SourceState): number => {
    const brings = bringsOf(source.columns);
    if (brings.includes('complaints')) return 4;
    if (brings.includes('contacts')) return 3;
    if (brings.includes('sales')) return 2;
    return brings.includes('customers') ? 0 : 1;
  };
  return state.sources
    .filter((source) => source.isIncluded)
    .sort((a, b) => rank(a) - rank(b) || a.id - b.id);
}

/** The books of complaints and interactions; the shop is asked about them only when a file has some. */
function openCareBooks(
  ctx: TaskContext,
  settings: ShopSettings,
  ids: LastIds,
  sales: SaleBook,
): CareBooks {
  let prepared: ReturnType<typeof prepareCareLookup> | null = null;
  const lookup = () => {
    prepared ??= prepareCareLookup(ctx.open().raw);
    return prepared;
  };
  const context = { settings, calendar: businessCalendar(settings), today: ctx.clock.today() };
  return {
    complaints: new ComplaintBook(lookup, ids.complaints, context),
    interactions: new InteractionBook(lookup, ids, context),
    context,
    lookup,
    saleByNumber: (number, customerId) =>
      sales.plannedByNumber(number, customerId) ?? lookup().saleByNumber(number, customerId),
  };
}

function openBooks(
  ctx: TaskContext,
  staging: Staging,
  ids: LastIds,
  settings: ShopSettings,
): Books {
  const lookup = prepareShopLookup(ctx.open().raw);
  const outcomes = new Outcomes();
  const sink = lineSink(staging);
  const sales = new SaleBook(lookup, ids.sales, ids.sale_lines, sink);
  return {
    customers: new CustomerBook(lookup, ids.customers),
    products: new ProductBook(lookup, ids.products),
    sales,
    care: openCareBooks(ctx, settings, ids, sales),
    outcomes,
    money: new MoneySum(minorDigits(settings.currency)),
  };
}

/** Works through a generator, letting messages in now and then. */
async function workOff(ctx: TaskContext, steps: Generator<void>): Promise<void> {
  let count = 0;
  for (const _ of steps) {
    count += 1;
    if (count % writesBetweenBreaths === 0) await breathe(ctx.signal);
  }
}

async function planSources(
  ctx: TaskContext,
  draft: OpenDraft,
  settings: ShopSettings,
  books: Books,
): Promise<Map<number, RowCounts>> {
  const sources = plannedOrder(draft.state);
  const total = sources.reduce((sum, source) => sum + source.rows, 0);
  const { country, currency } = settings;
  const context = { country, currency, digits: minorDigits(currency) };
  const counts = new Map<number, RowCounts>();
  let done = 0;
  for (const source of sources) {
    const plan = new SourcePlan(source, context, books);
    const headerRow = source.headerRow ?? 0;
    for (const { numbers, rows } of readBlocks(draft.staging, source.id)) {
      for (let index = 0; index < rows.length; index += 1) {
        const number = numbers[index] ?? 0;
        if (number > headerRow) plan.enter(number, rows[index] ?? []);
      }
      done += rows.length;
      ctx.progress('checking', Math.min(done, total), total);
      await breathe(ctx.signal);
    }
    const settle: Settle = (index, outcome) => books.outcomes.settle(index, outcome);
    await workOff(ctx, books.sales.finishSource(settle));
    await workOff(
      ctx,
      books.care.interactions.finishSource(settle, (index) => books.outcomes.outcomeAt(index)),
    );
    counts.set(source.id, books.outcomes.counts());
    books.outcomes.finishSource(draft.staging);
  }
  return counts;
}

const noRows: RowCounts = { read: 0, added: 0, updated: 0, unchanged: 0, skipped: 0, wrong: 0 };

function sumCounts(all: Iterable<RowCounts>): RowCounts {
  const sum = { ...noRows };
  for (const each of all) {
    for (const key of Object.keys(sum) as (keyof RowCounts)[]) sum[key] += each[key];
  }
  return sum;
}

function reportOf(
  state: DraftState,
  staging: Staging,
  books: Books,
  writer: PlanWriter,
  care: CareWriter,
  counts: ReadonlyMap<number, RowCounts>,
): ImportReport {
  const headerOf = (sourceId: number, column: number): string =>
    state.sources.find((source) => source.id === sourceId)?.columns[column]?.header ?? '';
  const { exact, storedMinor, roundedLines } = books.money;
  return {
    counts: sumCounts(counts.values()),
    sources: state.sources
      .filter((source) => counts.has(source.id))
      .map(({ id, fileName }) => ({ sourceId: id, fileName, counts: counts.get(id) ?? noRows })),
    ...writer.totals,
    ...care.totals,
    lines: { ...books.sales.lines },
    problems: books.outcomes.finish(staging, headerOf).slice(0, 500),
    money: { exact, storedMinor, roundedLines },
    recognised: { ...books.customers.recognised },
  };
}

async function planWithin(
  ctx: TaskContext,
  draft: OpenDraft,
  settings: ShopSettings,
): Promise<ImportReport> {
  const { raw } = ctx.open();
  const ids = lastIds(raw);
  const basis: PlanBasis = { revision: draft.state.revision, shop: shopState(raw) };
  resetPlan(draft.staging);
  const books = openBooks(ctx, draft.staging, ids, settings);
  const counts = await planSources(ctx, draft, settings, books);
  const writer = new PlanWriter(draft.staging, ids);
  await workOff(ctx, writer.write(books));
  const care = new CareWriter(draft.staging, ids, books.care);
  await workOff(ctx, care.write());
  const report = reportOf(draft.state, draft.staging, books, writer, care, counts);
  writePlanFact(draft.staging, 'complaintNumbers', care.numbers);
  writePlanFact(draft.staging, 'basis', basis);
  writePlanFact(draft.staging, 'report', report);
  return report;
}

/**
 * Works out what a draft would do to the shop as it is now, and writes every row of it into the
 * staging database. Nothing of the shop is changed; one snapshot of it is read throughout.
 */
export async function makePlan(
  ctx: TaskContext,
  draft: OpenDraft,
  settings: ShopSettings,
): Promise<ImportReport> {
  const { raw } = ctx.open();
  raw.exec('BEGIN');
  draft.staging.raw.exec('BEGIN');
  try {
    const report = await planWithin(ctx, draft, settings);
    draft.staging.raw.exec('COMMIT');
    return report;
  } finally {
    if (draft.staging.raw.inTransaction) draft.staging.raw.exec('ROLLBACK');
    raw.exec('ROLLBACK');
  }
}
