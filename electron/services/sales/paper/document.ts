import type { BuyerForPaper, LineForPaper, SaleForPaper } from '#db/queries/sales/paper.ts';
import type { PaperForm } from '#shared/contract/sales/paper.ts';
import type { ShopSettings } from '#shared/contract/settings.ts';
import { isCounted } from '#shared/domain/vocabulary/sales.ts';
import { figuresOf, type PaperFigures } from './figures.ts';
import { type PaperWords, wordsOf } from './words.ts';

/** What a payment brought for the sale. */
export interface PaidForPaper {
  readonly paidOn: string;
  readonly method: string | null;
  readonly amountMinor: number;
}

/** Everything that the paper is made of. */
export interface PaperFacts {
  readonly settings: ShopSettings;
  readonly sale: SaleForPaper;
  readonly lines: readonly LineForPaper[];
  /** Up to today, the oldest first; minor units. */
  readonly payments: readonly PaidForPaper[];
  /** What came back of it on the same account, positive. */
  readonly returnedMinor: number;
}

export interface Named {
  readonly name: string;
  readonly text: string;
}

export interface PaperSum extends Named {
  readonly isTotal: boolean;
}

export interface PaperLine {
  readonly product: string;
  readonly quantity: string;
  /** Empty: not known. */
  readonly price: string;
  /** Empty: none. */
  readonly discount: string;
  readonly amount: string;
}

/** One sale as it reads on paper, before anything is laid out. */
export interface PaperDocument {
  readonly form: PaperForm;
  readonly words: PaperWords;
  readonly shopName: string;
  /** Address, phone and tax id, a line each. */
  readonly shopLines: readonly string[];
  readonly title: string;
  readonly facts: readonly Named[];
  /** Who bought, a line each; empty: nobody is named. */
  readonly buyer: readonly string[];
  /** What is written across it; null: it is as it should be. */
  readonly across: string | null;
  readonly lines: readonly PaperLine[];
  readonly sums: readonly PaperSum[];
  readonly paid: readonly PaperSum[];
  readonly note: string | null;
  readonly closing: readonly string[];
}

/** A return stands below zero in the books, and reads above zero on a credit note. */
function signOf({ kind }: SaleForPaper): 1 | -1 {
  return kind === 'return' ? -1 : 1;
}

/** The lines of a text that say anything. */
export function linesOfText(text: string | null): string[] {
  return (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function paperLine(
  line: LineForPaper,
  sign: number,
  figures: PaperFigures,
  words: PaperWords,
): PaperLine {
  const quantity = figures.quantity(sign * line.quantityE4 || 0);
  return {
    product: line.product ?? line.note ?? words.nameless,
    quantity: line.unit === null || line.unit === '' ? quantity : `${quantity} ${line.unit}`,
    price: line.unitPriceE4 === null ? '' : figures.price(line.unitPriceE4),
    discount: line.discountMinor === 0 ? '' : figures.amount(-line.discountMinor),
    amount: figures.amount(sign * line.amountMinor || 0),
  };
}

/** One rate for all lines is said beside the tax. */
function rateText(lines: readonly LineForPaper[], figures: PaperFigures): string {
  const rates = new Set(lines.map(({ taxRateE4 }) => taxRateE4));
  const [rate = 0] = rates;
  return rates.size === 1 && rate > 0 ? ` ${figures.quantity(rate * 100)}%` : '';
}

/** What of shipping goes with it: a return names none but what was taken back. Above zero. */
function shippingOf(sale: SaleForPaper): number {
  return sale.kind === 'return' ? Math.max(0, -sale.shippingMinor) : sale.shippingMinor;
}

/** What is to be paid, or given back; above zero. */
function chargedOf(sale: SaleForPaper): number {
  return signOf(sale) * sale.totalMinor + shippingOf(sale);
}

/** From the lines to the total; what neither they nor the sale's own parts say is a row of its own. */
function sumsOf(facts: PaperFacts, figures: PaperFigures, words: PaperWords): PaperSum[] {
  const { sale, lines } = facts;
  const sign = signOf(sale);
  const goodsMinor = sign * lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const shippingMinor = shippingOf(sale);
  const onTopMinor = sale.taxMode === 'exclusive' ? sign * sale.taxMinor : 0;
  const totalMinor = chargedOf(sale);
  const restMinor = totalMinor - (goodsMinor - sale.discountMinor + shippingMinor + onTopMinor);
  const rate = rateText(lines, figures);
  const steps = [
    [words.saleDiscount, -sale.discountMinor],
    [words.shipping, shippingMinor],
    [lines.length === 0 ? words.goods : words.rest, restMinor],
    [`${words.taxOnTop}${rate}`, onTopMinor],
  ] as const;
  const given = steps.filter(([, minor]) => minor !== 0);
  const said = lines.length === 0 && given.length === 1 && restMinor !== 0 ? [] : given;
  const plain = (name: string, minor: number): PaperSum => ({
    ...{ name, text: figures.money(minor || 0), isTotal: false },
  });
  const total = sale.kind === 'return' ? words.creditTotal : words.total;
  return [
    ...(said.length > 0 && lines.length > 0 ? [plain(words.goods, goodsMinor)] : []),
    ...said.map(([name, minor]) => plain(name, minor)),
    { ...plain(total, totalMinor), isTotal: true },
    ...(sale.taxMode === 'inclusive' && sale.taxMinor !== 0
      ? [plain(`${words.taxWithin}${rate}`, sign * sale.taxMinor)]
      : []),
  ];
}

function withMethod(name: string, method: string | null): string {
  return method === null || method === '' ? name : `${name} (${method})`;
}

/** What of it is paid and what is left; nothing is paid for what does not count. */
function paidOf(facts: PaperFacts, figures: PaperFigures, words: PaperWords): PaperSum[] {
  const { sale, payments, returnedMinor } = facts;
  const row = (name: string, minor: number, isTotal = false): PaperSum => ({
    ...{ name, text: figures.money(minor), isTotal },
  });
  const taken = payments.map(({ paidOn, method, amountMinor }) =>
    row(`${withMethod(words.paid, method)}, ${figures.day(paidOn)}`, amountMinor),
  );
  if (!isCounted(sale.status)) return taken;
  if (sale.kind === 'return') {
    if (sale.isOnAccount === 1) return [row(words.offOwed, chargedOf(sale))];
    return [row(withMethod(words.paidBack, sale.paymentMethod), chargedOf(sale))];
  }
  if (sale.isOnAccount === 0)
    return [row(withMethod(words.paid, sale.paymentMethod), chargedOf(sale))];
  const paidMinor = payments.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const leftMinor = Math.max(0, chargedOf(sale) - returnedMinor - paidMinor);
  return [
    ...(returnedMinor === 0 ? [] : [row(words.returned, -returnedMinor)]),
    ...taken,
    row(words.left, leftMinor, true),
    ...(leftMinor > 0 && sale.dueOn !== null
      ? [{ name: words.due, text: figures.day(sale.dueOn), isTotal: false }]
      : []),
  ];
}

function acrossOf({ status, kind }: SaleForPaper, words: PaperWords): string | null {
  if (status === 'cancelled') return words.cancelled;
  if (status === 'unpaid') return words.unpaid;
  return status === 'returned' && kind === 'sale' ? words.wholeReturned : null;
}

function factsOf(sale: SaleForPaper, figures: PaperFigures, words: PaperWords): Named[] {
  const time = sale.soldAt?.slice(11, 16);
  const day = figures.day(sale.soldOn);
  const of = [sale.ofNumber, sale.ofDay === null ? null : figures.day(sale.ofDay)];
  return [
    ...(sale.number === null ? [] : [{ name: words.number, text: sale.number }]),
    { name: words.day, text: time === undefined ? day : `${day} ${time}` },
    ...(sale.ofDay === null
      ? []
      : [{ name: words.creditOf, text: of.filter((part) => part !== null).join(', ') }]),
  ];
}

/** Name, address and tax id on an invoice; a receipt has the name alone. */
export function buyerOf(buyer: BuyerForPaper, form: PaperForm, words: PaperWords): string[] {
  const { customer, customerTaxId, street, district, city, province, postalCode, country } = buyer;
  if (customer === null || customer === '') return [];
  if (form === 'receipt') return [customer];
  const join = (...parts: (string | null)[]) => parts.filter(Boolean).join(', ');
  const place = [join(city, province), postalCode].filter(Boolean).join(' ');
  const taxId = customerTaxId ? `${words.taxId} ${customerTaxId}` : null;
  return [customer, ...linesOfText(street), district, place, country, taxId].filter(
    (line): line is string => line !== null && line !== '',
  );
}

/** Address, phone and tax id of the shop, a line each. */
export function shopLinesOf(paper: ShopSettings['paper'], words: PaperWords): string[] {
  return [
    ...linesOfText(paper.address),
    ...(paper.phone === '' ? [] : [`${words.phone} ${paper.phone}`]),
    ...(paper.taxId === '' ? [] : [`${words.taxId} ${paper.taxId}`]),
  ];
}

/** What a sale reads as on paper, in the shop's language. */
export function paperDocument(facts: PaperFacts, form: PaperForm): PaperDocument {
  const { settings, sale, lines } = facts;
  const { paper, shopName, language, currency } = settings;
  const words = wordsOf(language);
  const figures = figuresOf(language, currency);
  return {
    form,
    words,
    shopName,
    shopLines: shopLinesOf(paper, words),
    title: sale.kind === 'return' ? words.credit : words[form],
    facts: factsOf(sale, figures, words),
    buyer: buyerOf(sale, form, words),
    across: acrossOf(sale, words),
    lines: lines.map((line) => paperLine(line, signOf(sale), figures, words)),
    sums: sumsOf(facts, figures, words),
    paid: paidOf(facts, figures, words),
    note: sale.note,
    closing: linesOfText(paper.closing),
  };
}
