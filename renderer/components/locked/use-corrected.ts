import { useState } from 'react';
import { readAmount } from '#renderer/components/fields/read-field.ts';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { CorrectedSale, LockedSale } from '#shared/contract/accountant/periods.ts';
import { saleIssues, sumCorrected } from '#shared/domain/books/corrections.ts';
import { minorDigits } from '#shared/domain/currency.ts';
import { E4, e4ToMinor, minorToE4 } from '#shared/domain/text/decimal.ts';
import { readNumber } from '#shared/domain/text/numbers.ts';
import type { ProductId } from '#shared/ids.ts';

/** A line as it is being written. */
export interface LineDraft {
  readonly key: number;
  readonly productId: ProductId | null;
  readonly product: string | null;
  readonly quantity: string;
  readonly price: string;
  readonly discount: string;
  readonly taxRateE4: number;
}

export type WrongField = 'quantity' | 'price' | 'discount';

/** As many pieces as a sale may have of one thing. */
const mostE4 = 1e13;

/** A line read: its values, or which of its fields cannot be read. */
type LineReading =
  | { readonly ok: true; readonly value: CorrectedSale['lines'][number] }
  | { readonly ok: false; readonly wrong: readonly WrongField[] };

function readLine(draft: LineDraft, format: Format): LineReading {
  const { currency, language } = format;
  const quantity = readNumber(draft.quantity, language);
  const price = readAmount(draft.price, currency, language);
  const discount = readAmount(draft.discount, currency, language);
  const quantityE4 = quantity.ok && quantity.e4 !== null && !quantity.rounded ? quantity.e4 : 0;
  const unitPriceE4 =
    price.ok && price.value !== null ? minorToE4(price.value, minorDigits(currency)) : null;
  const discountMinor = discount.ok ? (discount.value ?? 0) : null;
  const isCountable = quantityE4 > 0 && quantityE4 <= mostE4;
  if (!isCountable || unitPriceE4 === null || discountMinor === null) {
    const wrong: WrongField[] = [];
    if (!isCountable) wrong.push('quantity');
    if (unitPriceE4 === null) wrong.push('price');
    if (discountMinor === null) wrong.push('discount');
    return { ok: false, wrong };
  }
  const { productId, taxRateE4 } = draft;
  return { ok: true, value: { productId, quantityE4, unitPriceE4, discountMinor, taxRateE4 } };
}

/** What a line was sold at: as it says, else its amount by its quantity. */
function priceMinorOf(line: LockedSale['lines'][number], digits: number): number {
  if (line.unitPriceE4 !== null) return e4ToMinor(line.unitPriceE4, digits);
  const gross = line.amountMinor + line.discountMinor;
  return line.quantityE4 === 0 ? gross : Math.round((gross * E4) / line.quantityE4);
}

function draftsOf({ lines }: LockedSale, format: Format): LineDraft[] {
  const digits = minorDigits(format.currency);
  return lines.map((line, key) => ({
    key,
    productId: line.productId,
    product: line.product,
    quantity: format.number(Math.abs(line.quantityE4) / E4, 4),
    price: format.money(Math.abs(priceMinorOf(line, digits))),
    discount: line.discountMinor === 0 ? '' : format.money(line.discountMinor),
    taxRateE4: line.taxRateE4,
  }));
}

export const emptyLine: Omit<LineDraft, 'key'> = {
  productId: null,
  product: null,
  quantity: '1',
  price: '',
  discount: '',
  taxRateE4: 0,
};

/** The sale as it should have been, while it is being written, and what it would come to. */
export function useCorrected(sale: LockedSale) {
  const format = useFormat();
  const [lines, setLines] = useState(() => draftsOf(sale, format));
  const [customer, setCustomer] = useState({ id: sale.customerId, name: sale.customerName });
  const [discount, setDiscount] = useState(
    sale.discountMinor === 0 ? '' : format.money(sale.discountMinor),
  );
  const { selling } = useSettings().settings;
  const digits = minorDigits(format.currency);
  const read = lines.map((line) => readLine(line, format));
  const off = readAmount(discount, format.currency, format.language);
  const values = read.flatMap((line) => (line.ok ? [line.value] : []));
  const isRead = off.ok && values.length === lines.length && lines.length > 0;
  const discountMinor = off.ok ? (off.value ?? 0) : 0;
  const issues = isRead ? saleIssues(values, discountMinor, digits) : [];
  const corrected: CorrectedSale | null =
    isRead && issues.length === 0
      ? {
          customerId: customer.id,
          discountMinor,
          shippingMinor: Math.max(0, sale.shippingMinor),
          lines: values,
        }
      : null;
  const change = (key: number, part: Partial<LineDraft>) =>
    setLines((all) => all.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const add = () =>
    setLines((all) => [
      ...all,
      { ...emptyLine, key: 1 + Math.max(-1, ...all.map(({ key }) => key)) },
    ]);
  const remove = (key: number) => setLines((all) => all.filter((line) => line.key !== key));
  const terms = { taxMode: sale.taxMode, taxRounding: selling.taxRounding, digits };
  const sums = corrected === null ? null : sumCorrected(values, discountMinor, terms);
  return {
    ...{ lines, read, issues, change, add, remove, customer, setCustomer, discount, setDiscount },
    ...{ isDiscountRead: off.ok, corrected, totalMinor: sums?.totalMinor ?? null },
  };
}

export type Corrected = ReturnType<typeof useCorrected>;
