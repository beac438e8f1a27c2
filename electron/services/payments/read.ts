import { accountOf, chargesOf, type SaleCharge } from '#db/queries/payments/account.ts';
import { paidStateOf } from '#db/queries/payments/paid.ts';
import { paymentsOfAccount, paymentsOfSale, settledSales } from '#db/queries/payments/read.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { OpenSale, PaidState } from '#shared/contract/payments.ts';
import { type Account, leftOf, type OpenItem, restOf } from '#shared/domain/books/account.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';
import { notFound } from '#shared/errors.ts';
import type { SaleId } from '#shared/ids.ts';
import type { ReadContext } from '../../context.ts';

const latestPayments = 20;

function toOpenSale(item: OpenItem, charge: SaleCharge | undefined): OpenSale {
  const { soldOn, dueOn, leftMinor, coveredMinor } = item;
  return {
    saleId: item.saleId as SaleId | null,
    number: charge?.number ?? null,
    soldOn,
    dueOn,
    totalMinor: charge?.totalMinor ?? leftMinor,
    returnedMinor: charge?.returnedMinor ?? 0,
    paidMinor: charge?.paidMinor ?? 0,
    leftMinor,
    coveredMinor,
  };
}

/** How one account stands today, with what is open. */
export async function accountPage(
  ctx: ReadContext,
  input: Parsed<'payments.ofCustomer'>,
): Promise<Output<'payments.ofCustomer'>> {
  const { owedMinor, waitingMinor, open } = await accountOf(ctx.db, ctx.today, input);
  const ids = open.flatMap(({ saleId }) => saleId ?? []);
  const charges = new Map((await chargesOf(ctx.db, ctx.today, ids)).map((one) => [one.id, one]));
  return {
    owedMinor,
    waitingMinor,
    open: open.map((item) => toOpenSale(item, charges.get(item.saleId ?? 0))),
    payments: await paymentsOfAccount(ctx.db, input, latestPayments),
  };
}

function stateOf(charge: SaleCharge, today: string): PaidState {
  const leftMinor = charge.isCharged ? leftOf(charge) : null;
  return paidStateOf({ ...charge, chargedMinor: charge.totalMinor, leftMinor }, today);
}

/** What one sale still has to be paid; NOT_FOUND where there is none. */
export async function paidOfSale(
  ctx: ReadContext,
  { saleId }: Parsed<'payments.ofSale'>,
): Promise<Output<'payments.ofSale'>> {
  const [charge] = await chargesOf(ctx.db, ctx.today, [saleId]);
  if (charge === undefined) throw notFound('sale');
  const { dueOn, totalMinor, returnedMinor, paidMinor } = charge;
  const leftMinor = charge.isCharged ? Math.max(0, leftOf(charge)) : 0;
  return {
    customerId: charge.customerId as Output<'payments.ofSale'>['customerId'],
    state: stateOf(charge, ctx.today),
    dueOn,
    daysLate: dueOn === null || leftMinor === 0 ? null : daysBetween(dueOn, ctx.today),
    totalMinor,
    returnedMinor,
    paidMinor,
    leftMinor,
    payments: await paymentsOfSale(ctx.db, saleId),
  };
}

/** What of an account was to be paid before a day. */
export function lateOf({ open }: Account, today: string): OpenItem[] {
  return open.filter((item) => restOf(item) > 0 && item.dueOn !== null && item.dueOn < today);
}

/** The first of the days that something open is to be paid by; null: none has one. */
export function firstDue(open: readonly OpenItem[]): string | null {
  const days = open.flatMap((item) => (restOf(item) > 0 ? (item.dueOn ?? []) : []));
  return days.sort()[0] ?? null;
}

/** How a customer pays. */
export async function standingOf(
  ctx: ReadContext,
  { customerId }: Parsed<'payments.standing'>,
): Promise<Output<'payments.standing'>> {
  const account = await accountOf(ctx.db, ctx.today, { customerId });
  const late = lateOf(account, ctx.today);
  const first = firstDue(late);
  const settled = await settledSales(ctx.db, customerId, ctx.today);
  const days = settled.reduce((sum, one) => sum + daysBetween(one.dueOn, one.settledOn), 0);
  return {
    owedMinor: account.owedMinor,
    waitingMinor: account.waitingMinor,
    overdueMinor: late.reduce((sum, item) => sum + restOf(item), 0),
    oldestLateDays: first === null ? null : daysBetween(first, ctx.today),
    settled: settled.length,
    averageDaysLate: settled.length === 0 ? null : days / settled.length,
  };
}
