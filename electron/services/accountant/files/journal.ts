import {
  expiredWithin,
  type GivenCompensation,
  givenWithin,
  usedWithin,
} from '#db/queries/accountant/compensations.ts';
import { type PaymentWithParts, receivedPayments } from '#db/queries/accountant/payments.ts';
import { bookedSales, type SoldSale } from '#db/queries/accountant/sales.ts';
import {
  accountKeys,
  type Posting,
  postingsOfCompensation,
  postingsOfExpiry,
  postingsOfPayment,
  postingsOfSale,
  postingsOfUse,
} from '#shared/domain/books/postings.ts';
import { partsOfSale } from '#shared/domain/books/sale-parts.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { minorToDecimal } from '#shared/domain/money.ts';
import type { PackSource, Said } from '../pack.ts';

/** One entry of the books, whose postings add up to zero. */
export interface LedgerEntry {
  readonly day: string;
  readonly number: string | null;
  readonly memo: string;
  readonly postings: readonly Posting[];
}

const SALE: Said = { id: 'Penjualan', en: 'Sale' };
const RETURN: Said = { id: 'Retur', en: 'Return' };
const PAYMENT: Said = { id: 'Pembayaran', en: 'Payment' };
const GIVEN: Said = { id: 'Ganti rugi', en: 'Compensation' };
const USED: Said = { id: 'Voucher dipakai', en: 'Voucher used' };
const EXPIRED: Said = { id: 'Voucher tidak dipakai', en: 'Voucher not used' };

function memo(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' – ');
}

function ofSale(sale: SoldSale, said: (text: Said) => string): LedgerEntry {
  const { parts, rest } = partsOfSale(sale, sale.lines);
  const { soldOn: day, number, customer, paymentMethod, kind } = sale;
  const what = said(kind === 'return' ? RETURN : SALE);
  const postings = postingsOfSale(sale, rest === null ? parts : [...parts, rest]);
  return { day, number, memo: memo(what, customer, paymentMethod), postings };
}

function ofPayment(payment: PaymentWithParts, said: (text: Said) => string): LedgerEntry {
  const { day, number, customer, method, amountMinor } = payment;
  const postings = postingsOfPayment(amountMinor);
  return { day, number, memo: memo(said(PAYMENT), customer, method), postings };
}

/** Whether a voucher was used after its last day, when it had been written back. */
function isPast({ validUntil, usedOn }: GivenCompensation): boolean {
  return validUntil !== null && usedOn !== null && usedOn > validUntil;
}

async function* ofCompensations(
  { db, period }: PackSource,
  said: (text: Said) => string,
): AsyncGenerator<LedgerEntry> {
  const entry = (one: GivenCompensation, day: string, what: Said, postings: Posting[]) => ({
    ...{ day, number: one.complaint, postings },
    memo: memo(said(what), one.customer),
  });
  for await (const one of givenWithin(db, period))
    yield entry(one, one.givenOn, GIVEN, postingsOfCompensation(one.kind, one.amountMinor));
  for await (const one of usedWithin(db, period))
    yield entry(one, one.usedOn ?? period.to, USED, postingsOfUse(one.amountMinor, isPast(one)));
  for await (const one of expiredWithin(db, period)) {
    const day = addDays(one.validUntil ?? period.to, 1);
    yield entry(one, day, EXPIRED, postingsOfExpiry(one.amountMinor));
  }
}

/** Every entry of a period: sales and returns, then payments towards what is owed, then compensation. */
export async function* ledgerEntries(source: PackSource): AsyncGenerator<LedgerEntry> {
  const said = (text: Said) => text[source.shown.language];
  for await (const sale of bookedSales(source.db, source.period)) yield ofSale(sale, said);
  for await (const payment of receivedPayments(source.db, source.period))
    if (payment.kind === 'payment') yield ofPayment(payment, said);
  yield* ofCompensations(source, said);
}

/** One line without what would end it or begin a remark, a status or an amount. */
function plain(text: string): string {
  return text
    .replace(/[\s;|]+/gu, ' ')
    .replace(/^[*!(=~\s]+/, '')
    .trim();
}

function amountText(minor: number, currency: string): string {
  return `${currency} ${minorToDecimal(minor, minorDigits(currency))}`;
}

function entryText({ day, number, memo: text, postings }: LedgerEntry, source: PackSource): string {
  const { accounts } = source.settings.books;
  const { currency } = source.settings;
  const code = number === null ? '' : `(${plain(number).replace(/[()]/g, '')}) `;
  const lines = postings.map(
    ({ account, amountMinor }) =>
      `    ${accounts[account]}  ${amountText(amountMinor, currency)}\n`,
  );
  return `${day} ${code === '() ' ? '' : code}${plain(text)}\n${lines.join('')}\n`;
}

function head({ settings, period, figures }: PackSource): string {
  const { currency, books } = settings;
  const format = `${currency} 1000.${'0'.repeat(minorDigits(currency))}`;
  const accounts = [...new Set(accountKeys.map((key) => books.accounts[key]))].sort();
  return (
    `; ${plain(settings.shopName)} ${period.from} – ${period.to}\n` +
    `; ${books.accounts.receivable}: ${amountText(figures.opening.minor, currency)} -> ` +
    `${amountText(figures.closing.minor, currency)}\n\n` +
    `commodity ${currency}\n    format ${format}\n\n` +
    `${accounts.map((account) => `account ${account}\n`).join('')}\n`
  );
}

/** The period as plain-text double entry (hledger, ledger). */
export async function* journalText(source: PackSource): AsyncGenerator<string> {
  yield head(source);
  for await (const entry of ledgerEntries(source))
    if (entry.postings.length > 0) yield entryText(entry, source);
}
