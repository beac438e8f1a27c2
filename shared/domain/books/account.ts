import { daysBetween } from '../calendar/dates.ts';

/** A sale on account that counts, with what of it came back and what was paid for it. Minor units. */
export interface AccountSale {
  readonly id: number;
  readonly soldOn: string;
  readonly dueOn: string | null;
  readonly totalMinor: number;
  /** What returns of this sale took off it, positive. */
  readonly returnedMinor: number;
  readonly paidMinor: number;
}

/** What moves an account and names no sale: a return above zero, a payment, below zero money paid back. */
export interface LooseAmount {
  readonly on: string;
  readonly amountMinor: number;
}

/** What is still to be paid: of a sale, or without one, where more was paid back than was there. */
export interface OpenItem {
  readonly saleId: number | null;
  readonly soldOn: string;
  readonly dueOn: string | null;
  /** The total less returns of it and payments for it; above zero. */
  readonly leftMinor: number;
  /** What of that waits on the account already, the oldest first. */
  readonly coveredMinor: number;
}

/** How an account stands on a day. */
export interface Account {
  /** Sales less returns and payments; below zero the shop owes. */
  readonly owedMinor: number;
  /** On the account and for no sale. */
  readonly waitingMinor: number;
  /** The oldest first. */
  readonly open: readonly OpenItem[];
}

/** What is left of a sale by its own returns and payments; below zero, too much was paid. */
export function leftOf(sale: Omit<AccountSale, 'id' | 'soldOn' | 'dueOn'>): number {
  return sale.totalMinor - sale.returnedMinor - sale.paidMinor;
}

function byAge(a: AccountSale, b: AccountSale): number {
  if (a.soldOn !== b.soldOn) return a.soldOn < b.soldOn ? -1 : 1;
  return a.id - b.id;
}

/** Money paid back beyond what waited is owed from the last day that any was. */
function paidBackItem(loose: readonly LooseAmount[], amountMinor: number): OpenItem {
  const days = loose.filter((one) => one.amountMinor < 0).map(({ on }) => on);
  const soldOn = days.sort().at(-1) ?? '';
  return { saleId: null, soldOn, dueOn: null, leftMinor: amountMinor, coveredMinor: 0 };
}

/** Puts what sold, came back and was paid together; what names no sale counts against the oldest. */
export function settle(sales: readonly AccountSale[], loose: readonly LooseAmount[]): Account {
  const looseMinor = loose.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const overMinor = sales.reduce((sum, sale) => sum + Math.max(0, -leftOf(sale)), 0);
  const waitingMinor = looseMinor + overMinor;
  let rest = Math.max(0, waitingMinor);
  const open = sales
    .filter((sale) => leftOf(sale) > 0)
    .sort(byAge)
    .map((sale): OpenItem => {
      const { id: saleId, soldOn, dueOn } = sale;
      const leftMinor = leftOf(sale);
      const coveredMinor = Math.min(rest, leftMinor);
      rest -= coveredMinor;
      return { saleId, soldOn, dueOn, leftMinor, coveredMinor };
    });
  if (waitingMinor < 0) open.push(paidBackItem(loose, -waitingMinor));
  const owedMinor =
    open.reduce((sum, { leftMinor }) => sum + leftMinor, 0) - Math.max(0, waitingMinor);
  return { owedMinor, waitingMinor: Math.max(0, waitingMinor), open };
}

/** What of an item nothing stands against. */
export function restOf({ leftMinor, coveredMinor }: OpenItem): number {
  return leftMinor - coveredMinor;
}

/** Ages of what is owed, in days since it was sold. */
export const ages = ['to30', 'to60', 'to90', 'over90'] as const;
export type Age = (typeof ages)[number];

const lastDays: readonly (readonly [Age, number])[] = [
  ['to30', 30],
  ['to60', 60],
  ['to90', 90],
];

/** How old something sold on a day is on another. */
export function ageOf(soldOn: string, on: string): Age {
  const days = daysBetween(soldOn, on);
  return lastDays.find(([, last]) => days <= last)?.[0] ?? 'over90';
}

export interface AgeTotal {
  readonly amountMinor: number;
  readonly items: number;
}

/** What is open by its age on a day; together they are what is owed. */
export function ageing(open: readonly OpenItem[], on: string): Record<Age, AgeTotal> {
  const totals = { to30: none(), to60: none(), to90: none(), over90: none() };
  for (const item of open) {
    const rest = restOf(item);
    if (rest === 0) continue;
    const total = totals[ageOf(item.soldOn, on)];
    total.amountMinor += rest;
    total.items += 1;
  }
  return totals;
}

function none() {
  return { amountMinor: 0, items: 0 };
}

/** What a payment settles: parts, the oldest first, and what is over and waits on the account. */
export interface Allocation {
  readonly parts: readonly { readonly saleId: number; readonly amountMinor: number }[];
  readonly waitingMinor: number;
}

/** Lays a payment on open sales, the oldest first. One below zero was paid back and settles none. */
export function allocate(amountMinor: number, open: readonly OpenItem[]): Allocation {
  const parts: { saleId: number; amountMinor: number }[] = [];
  let waitingMinor = amountMinor;
  for (const { saleId, leftMinor } of open) {
    const part = Math.min(waitingMinor, leftMinor);
    if (saleId === null || part <= 0) continue;
    parts.push({ saleId, amountMinor: part });
    waitingMinor -= part;
  }
  return { parts, waitingMinor };
}
