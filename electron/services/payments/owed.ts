import { allAccounts } from '#db/queries/payments/account.ts';
import { type DebtorName, debtorNames, namedBy } from '#db/queries/payments/debtors.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Debtor, OwedFilter, OwedOrder } from '#shared/contract/payments.ts';
import { type Account, ageing, ages, restOf } from '#shared/domain/books/account.ts';
import { daysBetween } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';
import type { ReadContext } from '../../context.ts';
import { firstDue, lateOf } from './read.ts';

type Owed = Output<'payments.owed'>;
type Input = Parsed<'payments.owed'>;
type Accounts = ReadonlyMap<number | null, Account>;

function toDebtor(
  customerId: number | null,
  account: Account,
  name: DebtorName | undefined,
  { today, settings }: ReadContext,
): Debtor {
  const dueOn = firstDue(account.open);
  const remindedAt = name?.remindedAt ?? null;
  return {
    customerId: customerId as Debtor['customerId'],
    name: name?.name ?? '',
    phone: name?.phone ?? null,
    isInTrash: name?.isInTrash === 1,
    isErased: name?.isErased === 1,
    owedMinor: account.owedMinor,
    overdueMinor: lateOf(account, today).reduce((sum, item) => sum + restOf(item), 0),
    sales: account.open.filter((item) => restOf(item) > 0).length,
    ages: ageing(account.open, today),
    dueOn,
    daysLate: dueOn === null ? null : daysBetween(dueOn, today),
    remindedOn: remindedAt === null ? null : localDay(remindedAt, settings.timeZone),
  };
}

/** Days that were set come first, the earliest first; of the same, who owes more. */
function byDue(a: Debtor, b: Debtor): number {
  if (a.dueOn === b.dueOn) return b.owedMinor - a.owedMinor;
  if (a.dueOn === null || b.dueOn === null) return a.dueOn === null ? 1 : -1;
  return a.dueOn < b.dueOn ? -1 : 1;
}

const orders: Readonly<Record<OwedOrder, (a: Debtor, b: Debtor) => number>> = {
  due: byDue,
  amount: (a, b) => b.owedMinor - a.owedMinor || byDue(a, b),
  name: (a, b) => a.name.localeCompare(b.name) || byDue(a, b),
};

async function searched(ctx: ReadContext, all: Accounts, text: string): Promise<Accounts> {
  const ids = [...all.keys()].flatMap((id) => id ?? []);
  const named = text.trim() === '' ? null : await namedBy(ctx.db, text, ids);
  if (named === null) return all;
  return new Map([...all].filter(([id]) => id !== null && named.has(id)));
}

function totalsOf(debtors: readonly Debtor[], accounts: Accounts): Owed['totals'] {
  const sum = (of: (one: Debtor) => number) => debtors.reduce((all, one) => all + of(one), 0);
  const even = [...accounts.values()].filter(({ owedMinor }) => owedMinor < 0);
  const byAge = ages.map((age) => {
    const amountMinor = sum((one) => one.ages[age].amountMinor);
    return [age, { amountMinor, items: sum((one) => one.ages[age].items) }] as const;
  });
  return {
    owedMinor: sum(({ owedMinor }) => owedMinor),
    debtors: debtors.length,
    sales: sum(({ sales }) => sales),
    ages: Object.fromEntries(byAge) as Owed['totals']['ages'],
    overdueMinor: sum(({ overdueMinor }) => overdueMinor),
    overdueDebtors: debtors.filter(({ overdueMinor }) => overdueMinor > 0).length,
    waitingMinor: even.reduce((all, { owedMinor }) => all - owedMinor, 0),
    waitingAccounts: even.length,
  };
}

function isLeft(debtor: Debtor, { only, age }: OwedFilter): boolean {
  if (only === 'overdue' && debtor.overdueMinor === 0) return false;
  return age === null || debtor.ages[age].amountMinor > 0;
}

/** Everybody whom the filter leaves, in order, and the totals. */
async function allOwed(ctx: ReadContext, input: Pick<Input, 'filter' | 'order'>) {
  const { filter, order } = input;
  const accounts = await searched(ctx, await allAccounts(ctx.db, ctx.today), filter.search);
  const owing = [...accounts].filter(([, { owedMinor }]) => owedMinor > 0);
  const names = await debtorNames(
    ctx.db,
    owing.flatMap(([id]) => id ?? []),
  );
  const debtors = owing.map(([id, account]) => toDebtor(id, account, names.get(id ?? 0), ctx));
  const left = debtors.filter((debtor) => isLeft(debtor, filter)).sort(orders[order]);
  return { left, totals: totalsOf(debtors, accounts) };
}

/** Who owes how much, for how long. */
export async function owedList(ctx: ReadContext, input: Input): Promise<Owed> {
  const { skip, limit } = input;
  const { left, totals } = await allOwed(ctx, input);
  return { rows: left.slice(skip, skip + limit), count: left.length, totals };
}

/** Everybody whom the filter leaves, in the order of the list. */
export async function owedRows(
  ctx: ReadContext,
  input: Pick<Input, 'filter' | 'order'>,
): Promise<readonly Debtor[]> {
  return (await allOwed(ctx, input)).left;
}
