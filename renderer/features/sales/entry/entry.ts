import type { Output } from '#shared/contract/index.ts';
import type { SaleFacts } from '#shared/contract/sales/entry.ts';
import type { SellingSettings } from '#shared/contract/sales/settings.ts';
import { isTooLarge, type SaleSums, sumSale } from '#shared/domain/books/sale-sums.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { E4, formatE4, lineAmountMinor } from '#shared/domain/text/decimal.ts';
import type { CustomerId, ProductId, ProspectId } from '#shared/ids.ts';
import { type Money, readDiscount, readPrice, readQuantity, readShipping } from './read-line.ts';
import { type PointsHeld, type Redeeming, readPoints } from './read-points.ts';

/** A line as it stands in its fields. */
export interface EntryLine {
  readonly key: number;
  /** The stored line of a sale that is changed. */
  readonly id: number | null;
  readonly productId: ProductId | null;
  readonly name: string;
  readonly quantity: string;
  readonly price: string;
  readonly discount: string;
  /** What the product usually costs, ten-thousandths; null: not known. */
  readonly usualE4: number | null;
  readonly taxRateE4: number | null;
}

/** A sale as it stands in its fields. */
export interface Entry {
  readonly customerId: CustomerId | null;
  readonly customerName: string | null;
  /** Somebody new: what was typed, a name or a phone. */
  readonly newCustomer: string | null;
  readonly soldOn: string;
  readonly lines: readonly EntryLine[];
  readonly discount: string;
  /** How many of the buyer's points are spent on it; empty: none. */
  readonly points: string;
  /** A reward that points buy with it. */
  readonly rewardId: number | null;
  /** What it is sent for; empty: nothing. */
  readonly shipping: string;
  /** Empty: all of it. */
  readonly paid: string;
  readonly method: string;
  readonly dueOn: string | null;
  readonly promisedOn: string | null;
  readonly note: string;
  /** What this is the sale of. */
  readonly prospect: { readonly id: ProspectId; readonly title: string } | null;
}

let lastKey = 0;

export function blankLine(): EntryLine {
  lastKey += 1;
  return {
    ...{ key: lastKey, id: null, productId: null, name: '', quantity: '', price: '' },
    ...{ discount: '', usualE4: null, taxRateE4: null },
  };
}

export function blankEntry(soldOn: string): Entry {
  return {
    ...{ customerId: null, customerName: null, newCustomer: null, soldOn, lines: [blankLine()] },
    ...{
      discount: '',
      points: '',
      rewardId: null,
      shipping: '',
      paid: '',
      method: '',
      dueOn: null,
      promisedOn: null,
    },
    ...{ note: '', prospect: null },
  };
}

export function isBlankLine({ name, productId, price }: EntryLine): boolean {
  return name.trim() === '' && productId === null && price.trim() === '';
}

/** An amount as a field holds it, which its reader reads back. */
export function amountText(e4: number, { language }: Money): string {
  const [whole = '', fraction] = formatE4(e4).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, language === 'id' ? '.' : ',');
  if (fraction === undefined) return grouped;
  return `${grouped}${language === 'id' ? ',' : '.'}${fraction.padEnd(2, '0')}`;
}

/** A stored sale in its fields; `isCopy`: a new one like it. */
export function entryOf(
  facts: SaleFacts,
  customerName: string | null,
  money: Money,
  isCopy: boolean,
): Entry {
  const minorE4 = 10 ** (4 - minorDigits(money.currency));
  const discountText = (discount: SaleFacts['discount']) => {
    if (discount === null) return '';
    if (discount.kind === 'percent') return `${formatE4(discount.e4)} %`;
    return amountText(discount.minor * minorE4, money);
  };
  const lines = facts.lines.map((line) => ({
    ...blankLine(),
    ...{ id: isCopy ? null : line.id, productId: line.productId, name: line.name },
    quantity: formatE4(line.quantityE4).replace('.', money.language === 'id' ? ',' : '.'),
    price: amountText(line.unitPriceE4, money),
    discount: discountText(line.discount),
    usualE4: line.unitPriceE4,
    taxRateE4: line.taxRateE4,
  }));
  return {
    ...blankEntry(facts.soldOn),
    ...{ customerId: facts.customerId, customerName, lines },
    discount: discountText(facts.discount),
    shipping: facts.shippingMinor === 0 ? '' : amountText(facts.shippingMinor * minorE4, money),
    paid: facts.isOnAccount && !isCopy ? '0' : '',
    method: facts.paymentMethod ?? '',
    dueOn: isCopy ? null : facts.dueOn,
    promisedOn: isCopy ? null : facts.promisedOn,
    note: facts.note ?? '',
  };
}

/** A new sale like a stored one; what was taken off that for points is not taken off again. */
export function copyOf(
  { facts, customerName, pointsMinor }: Output<'sales.facts'>,
  money: Money,
): Entry {
  const { discount } = facts;
  const isLess = discount?.kind === 'amount' && pointsMinor > 0;
  const minor = isLess ? discount.minor - pointsMinor : 0;
  const own = isLess ? (minor > 0 ? { kind: 'amount' as const, minor } : null) : discount;
  return entryOf({ ...facts, discount: own }, customerName, money, true);
}

/** One line as it was understood; null: a field of it is not readable yet. */
export interface ReadLine {
  readonly quantityE4: number | null;
  readonly unitPriceE4: number | null;
  /** Quantity × price is more than any sale comes to. */
  readonly isTooLarge: boolean;
  readonly isWrong: {
    readonly quantity: boolean;
    readonly price: boolean;
    readonly discount: boolean;
  };
  readonly discount: SaleFacts['discount'];
  readonly taxRateE4: number;
}

export function readLine(line: EntryLine, money: Money, selling: SellingSettings): ReadLine {
  const quantity = readQuantity(line.quantity);
  const price = readPrice(line.price, money);
  const discount = readDiscount(line.discount, money);
  const off = discount.ok ? discount.value : null;
  const digits = minorDigits(money.currency);
  const unitPriceE4 = price.ok ? price.value : null;
  const product = { quantityE4: quantity.ok ? quantity.value : 0, unitPriceE4: unitPriceE4 ?? 0 };
  const isLarge = isTooLarge(product, digits);
  const gross = isLarge ? 0 : lineAmountMinor(product.quantityE4, product.unitPriceE4, digits);
  const isBeyond = off?.kind === 'amount' && off.minor > gross;
  return {
    quantityE4: quantity.ok ? quantity.value : null,
    unitPriceE4: isLarge ? null : unitPriceE4,
    isTooLarge: isLarge,
    isWrong: { quantity: !quantity.ok, price: !price.ok, discount: !discount.ok || isBeyond },
    discount: isBeyond ? null : off,
    taxRateE4: line.taxRateE4 ?? (selling.taxMode === 'none' ? 0 : selling.taxRateE4),
  };
}

/** What the fields of a sale say. */
export interface ReadEntry {
  readonly lines: readonly (ReadLine & { readonly line: EntryLine })[];
  readonly sums: SaleSums;
  readonly isDiscountWrong: boolean;
  readonly redeemed: Redeeming;
  readonly isShippingWrong: boolean;
  readonly isPaidWrong: boolean;
  readonly discount: SaleFacts['discount'];
  readonly shippingMinor: number;
  /** The total and the shipping. */
  readonly toPayMinor: number;
  /** What was given; null: all of it. */
  readonly paidMinor: number | null;
  readonly isOnAccount: boolean;
  /** What stays to be paid, and what goes back over the counter. */
  readonly leftMinor: number;
  readonly changeMinor: number;
  readonly isReady: boolean;
}

function paidOf(entry: Entry, money: Money): { isWrong: boolean; minor: number | null } {
  const read = readPrice(entry.paid, money);
  if (!read.ok) return { isWrong: true, minor: null };
  const minorE4 = 10 ** (4 - minorDigits(money.currency));
  return { isWrong: false, minor: read.value === null ? null : read.value / minorE4 };
}

type Sold = Parameters<typeof sumSale>[0];
type Terms = Omit<Parameters<typeof sumSale>[1], 'discount'>;

/** What the lines come to less a discount, which takes off no more than there is. */
function takeOff(sold: Sold, terms: Terms, off: SaleFacts['discount']) {
  const plain = sumSale(sold, { ...terms, discount: null });
  const isBeyond = off?.kind === 'amount' && off.minor > plain.linesMinor;
  const discount = isBeyond ? null : off;
  const sums = discount === null ? plain : sumSale(sold, { ...terms, discount });
  return { sums, discount, isBeyond };
}

/** What points take off is a discount like the sale's own. */
function withPoints(sold: Sold, terms: Terms, sums: SaleSums, offMinor: number): SaleSums {
  if (offMinor === 0) return sums;
  const minor = sums.discountMinor + offMinor;
  return sumSale(sold, { ...terms, discount: { kind: 'amount', minor } });
}

/** Reads every field and counts; lines that are still empty are left out. `held`: the buyer's points. */
export function readEntry(
  entry: Entry,
  money: Money,
  selling: SellingSettings,
  held: PointsHeld | null = null,
): ReadEntry {
  const lines = entry.lines
    .filter((line) => !isBlankLine(line))
    .map((line) => ({ line, ...readLine(line, money, selling) }));
  const sold = lines.map(({ quantityE4, unitPriceE4, discount, taxRateE4 }) => ({
    ...{ quantityE4: quantityE4 ?? E4, unitPriceE4: unitPriceE4 ?? 0, discount, taxRateE4 },
  }));
  const { taxMode, taxRounding } = selling;
  const terms = { taxMode, taxRounding, digits: minorDigits(money.currency) };
  const read = readDiscount(entry.discount, money);
  const { isBeyond, discount, ...own } = takeOff(sold, terms, read.ok ? read.value : null);
  const redeemed = readPoints(entry, held, own.sums.linesMinor - own.sums.discountMinor);
  const sums = withPoints(sold, terms, own.sums, redeemed.offMinor);
  const paid = paidOf(entry, money);
  const shipping = readShipping(entry.shipping, money);
  const shippingMinor = shipping.ok ? (shipping.value ?? 0) : 0;
  const toPayMinor = sums.totalMinor + shippingMinor;
  const given = paid.minor ?? toPayMinor;
  const isLineReady = ({ isWrong, unitPriceE4, line }: (typeof lines)[number]) =>
    !isWrong.quantity &&
    !isWrong.price &&
    !isWrong.discount &&
    unitPriceE4 !== null &&
    (line.name.trim() !== '' || line.productId !== null || line.id !== null);
  const isDiscountWrong = !read.ok || isBeyond;
  return {
    ...{ lines, sums, discount, redeemed, shippingMinor, toPayMinor, isDiscountWrong },
    ...{ isShippingWrong: !shipping.ok, isPaidWrong: paid.isWrong },
    paidMinor: paid.minor,
    isOnAccount: given < toPayMinor,
    leftMinor: Math.max(0, toPayMinor - given),
    changeMinor: Math.max(0, given - toPayMinor),
    isReady:
      lines.length > 0 &&
      lines.every(isLineReady) &&
      !isDiscountWrong &&
      redeemed.problem === null &&
      shipping.ok &&
      !paid.isWrong,
  };
}

function textOr(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

/** What is sent to be written down. */
export function factsOf(
  entry: Entry,
  read: ReadEntry,
  kept: Pick<SaleFacts, 'number' | 'deliveredOn' | 'taxMode'>,
): SaleFacts {
  return {
    ...kept,
    soldOn: entry.soldOn,
    customerId: entry.customerId,
    lines: read.lines.map(({ line, quantityE4, unitPriceE4, discount, taxRateE4 }) => ({
      ...{ id: line.id, productId: line.productId, name: line.name.trim() },
      ...{ quantityE4: quantityE4 ?? E4, unitPriceE4: unitPriceE4 ?? 0, discount, taxRateE4 },
    })),
    discount: read.discount,
    shippingMinor: read.shippingMinor,
    paymentMethod: textOr(entry.method),
    isOnAccount: read.isOnAccount,
    dueOn: read.isOnAccount ? entry.dueOn : null,
    promisedOn: entry.promisedOn,
    note: textOr(entry.note),
  };
}

/** Somebody new by what was typed: a phone has digits and no letters. */
export function newCustomerOf(typed: string): { readonly name: string; readonly phone: string } {
  const isPhone = /\d{6,}/.test(typed.replace(/[\s().+-]/g, '')) && !/\p{L}/u.test(typed);
  return isPhone ? { name: '', phone: typed.trim() } : { name: typed.trim(), phone: '' };
}
