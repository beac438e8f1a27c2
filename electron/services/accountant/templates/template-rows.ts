import { bookedCustomers } from '#db/queries/accountant/customers.ts';
import { receivedPayments } from '#db/queries/accountant/payments.ts';
import { bookedSales, type SoldSale, sharedNumbers } from '#db/queries/accountant/sales.ts';
import { effectsOf } from '#shared/domain/books/sale-parts.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { minorToDecimal } from '#shared/domain/money.ts';
import { E4, formatE4 } from '#shared/domain/text/decimal.ts';
import { ledgerEntries } from '../files/journal.ts';
import type { PackSource, Said } from '../pack.ts';
import { type LineRow, rowsOfSale } from '../sheets/sales-sheet.ts';
import type { RowKind, TemplateField } from './template.ts';

/** What a field holds: a text, an ISO day, or a number as canonical decimal text. */
export interface FieldValue {
  readonly type: 'text' | 'day' | 'number';
  readonly text: string;
}

/** A row that a template's columns are read from; `invoice` is whose rows belong together. */
export interface TemplateRow {
  readonly invoice: string;
  readonly values: Readonly<Partial<Record<TemplateField, FieldValue>>>;
  /** It has no place in a file of this kind: a return among invoices. */
  readonly isLeftOut: boolean;
}

const SHIPPING: Said = { id: 'Ongkos kirim', en: 'Shipping' };

function text(value: string | null): FieldValue {
  return { type: 'text', text: value ?? '' };
}

function day(value: string | null): FieldValue {
  return { type: 'day', text: value ?? '' };
}

function number(value: string): FieldValue {
  return { type: 'number', text: value };
}

/**
 * Quantity and price whose product is exactly what the line comes to without tax, so that a program that
 * multiplies gets the same sum; one piece at the whole amount where no price of two decimals does.
 */
function exactPrice(
  { line, part }: LineRow,
  digits: number,
): { quantityE4: number; priceE4: number } {
  const net = BigInt(part.netMinor) * 10n ** BigInt(4 - digits);
  const quantity = BigInt(Math.abs(line?.quantityE4 ?? 0));
  const product = net * BigInt(E4);
  if (quantity > 0n && product % quantity === 0n && (product / quantity) % 100n === 0n)
    return { quantityE4: Number(quantity), priceE4: Number(product / quantity) };
  return { quantityE4: E4, priceE4: Number(net) };
}

function describedAs({ line }: LineRow, isWhole: boolean): string {
  const product = line?.product ?? '';
  if (line === null || isWhole || line.unitPriceE4 === null) return product;
  return `${product} (${formatE4(line.quantityE4)} × ${formatE4(line.unitPriceE4)})`.trim();
}

function lineValues(row: LineRow, source: PackSource, invoice: string): TemplateRow['values'] {
  const { sale, line, part } = row;
  const { currency, books } = source.settings;
  const digits = minorDigits(currency);
  const money = (minor: number) => number(minorToDecimal(minor, digits));
  const { quantityE4, priceE4 } = exactPrice(row, digits);
  return {
    customer: text(sale.customer),
    phone: text(sale.phone),
    email: text(sale.email),
    address: text(sale.address),
    taxId: text(sale.taxId),
    day: day(sale.soldOn),
    dueDay: day(sale.dueOn),
    number: text(invoice),
    product: text(line?.product ?? null),
    sku: text(line?.sku ?? null),
    unit: text(line?.unit ?? null),
    description: text(describedAs(row, quantityE4 === line?.quantityE4)),
    quantity: number(formatE4(quantityE4)),
    unitPrice: number(formatE4(priceE4)),
    amount: money(part.netMinor),
    tax: money(part.taxMinor),
    taxRate:
      line === null || line.taxRateE4 === 0 ? text('') : number(formatE4(line.taxRateE4 * 100)),
    total: money(part.netMinor + part.taxMinor),
    paymentMethod: text(sale.paymentMethod),
    isPaid: text(sale.isOnAccount ? 'no' : 'yes'),
    note: text(sale.note),
    currency: text(currency),
    salesAccount: text(books.accounts.sales),
    cashAccount: text(books.accounts.cash),
  };
}

/**
 * A number of its own for every sale: a program takes rows of one number for one invoice. Only numbers that
 * several may have are remembered.
 */
class InvoiceNumbers {
  readonly #shared: ReadonlySet<string>;
  readonly #used = new Map<string, number>();

  constructor(shared: ReadonlySet<string>) {
    this.#shared = shared;
  }

  of({ number: given, id }: Pick<SoldSale, 'number' | 'id'>): string {
    const wanted = given ?? `LG-${id}`;
    if (!this.#shared.has(wanted)) return wanted;
    const before = this.#used.get(wanted) ?? 0;
    this.#used.set(wanted, before + 1);
    return before === 0 ? wanted : `${wanted}-LG${id}`;
  }
}

/** What an invoice on account holds beside its lines: the shipping, which its payment pays too. */
function shippingValues(
  sale: SoldSale,
  source: PackSource,
  invoice: string,
): TemplateRow['values'] {
  const { currency, books } = source.settings;
  const name = text(SHIPPING[source.shown.language]);
  const amount = number(minorToDecimal(sale.shippingMinor, minorDigits(currency)));
  const none = number('0');
  return {
    ...{ customer: text(sale.customer), phone: text(sale.phone), email: text(sale.email) },
    ...{ address: text(sale.address), taxId: text(sale.taxId), day: day(sale.soldOn) },
    ...{ dueDay: day(sale.dueOn), number: text(invoice), product: name, description: name },
    ...{ quantity: number('1'), unitPrice: amount, amount, tax: none, total: amount },
    ...{ paymentMethod: text(sale.paymentMethod), isPaid: text('no'), note: text(sale.note) },
    ...{ currency: text(currency), salesAccount: text(books.accounts.shipping) },
    cashAccount: text(books.accounts.cash),
  };
}

async function* lineRows(source: PackSource): AsyncGenerator<TemplateRow> {
  const numbers = new InvoiceNumbers(await sharedNumbers(source.db, 'LG-'));
  for await (const sale of bookedSales(source.db, source.period)) {
    const isLeftOut = sale.kind === 'return';
    const invoice = isLeftOut ? '' : numbers.of(sale);
    for (const row of rowsOfSale(sale))
      yield { invoice, isLeftOut, values: lineValues(row, source, invoice) };
    if (!isLeftOut && effectsOf(sale).shippingMinor > 0)
      yield { invoice, isLeftOut, values: shippingValues(sale, source, invoice) };
  }
}

async function* paymentRows(source: PackSource): AsyncGenerator<TemplateRow> {
  const { currency, books } = source.settings;
  const money = (minor: number) => number(minorToDecimal(minor, minorDigits(currency)));
  for await (const payment of receivedPayments(source.db, source.period)) {
    if (payment.kind === 'sale') continue;
    const { id, number: given, amountMinor, parts } = payment;
    const invoice = given ?? `LGP-${id}`;
    const named = parts.reduce((sum, part) => sum + part.amountMinor, 0);
    const rest = { saleId: 0, saleNumber: '', amountMinor: amountMinor - named };
    const all = rest.amountMinor === 0 ? parts : [...parts, rest];
    for (const part of all)
      yield {
        invoice,
        isLeftOut: part.amountMinor < 0,
        values: {
          day: day(payment.day),
          number: text(invoice),
          saleNumber: text(part.saleNumber ?? `LG-${part.saleId}`),
          customer: text(payment.customer),
          amount: money(part.amountMinor),
          paymentMethod: text(payment.method),
          note: text(payment.note),
          currency: text(currency),
          cashAccount: text(books.accounts.cash),
        },
      };
  }
}

async function* customerRows({ db, period, settings }: PackSource): AsyncGenerator<TemplateRow> {
  const digits = minorDigits(settings.currency);
  for await (const one of bookedCustomers(db, period))
    yield {
      invoice: String(one.id),
      isLeftOut: false,
      values: {
        customer: text(one.customer === '' ? (one.phone ?? one.email) : one.customer),
        phone: text(one.phone),
        email: text(one.email),
        taxId: text(one.taxId),
        address: text(one.address),
        owed: number(minorToDecimal(one.owedMinor, digits)),
        currency: text(settings.currency),
      },
    };
}

async function* postingRows(source: PackSource): AsyncGenerator<TemplateRow> {
  const { currency, books } = source.settings;
  const digits = minorDigits(currency);
  let entry = 0;
  for await (const { day: on, number: given, memo, postings } of ledgerEntries(source)) {
    entry += 1;
    for (const { account, amountMinor } of postings) {
      const size = number(minorToDecimal(Math.abs(amountMinor), digits));
      const [debit, credit] = amountMinor > 0 ? [size, text('')] : [text(''), size];
      yield {
        invoice: String(entry),
        isLeftOut: false,
        values: {
          ...{
            day: day(on),
            number: text(given ?? `LG-${entry}`),
            debit,
            credit,
            memo: text(memo),
          },
          ...{ account: text(books.accounts[account]), currency: text(currency) },
        },
      };
    }
  }
}

/** The rows of a period for templates of one kind. */
export const templateRows: Readonly<
  Record<RowKind, (source: PackSource) => AsyncGenerator<TemplateRow>>
> = {
  line: lineRows,
  payment: paymentRows,
  customer: customerRows,
  posting: postingRows,
};
