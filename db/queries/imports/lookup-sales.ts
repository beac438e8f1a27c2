import type { Selectable } from 'kysely';
import type { RawHandle } from '../../file/client.ts';
import type { SaleLinesTable, SalesTable } from '../../schema/sales.ts';

const saleColumns = [
  'id',
  'customer_id',
  'sold_at',
  'kind',
  'status',
  'discount_minor',
  'shipping_minor',
  'total_minor',
  'revenue_minor',
  'is_purchase',
  'payment_method',
  'note',
  'tax_mode',
  'tax_minor',
  'deleted_at',
] as const;
const lineColumns = [
  'id',
  'position',
  'product_id',
  'quantity_e4',
  'unit_price_e4',
  'discount_minor',
  'amount_minor',
] as const;

/** A sale as the plan needs it. */
export type StoredSale = Readonly<Pick<Selectable<SalesTable>, (typeof saleColumns)[number]>>;
export type StoredLine = Readonly<Pick<Selectable<SaleLinesTable>, (typeof lineColumns)[number]>>;

/** What an import asks about sales. */
export interface SaleLookup {
  /** Sales with that key and customer, trash included, lowest id first. */
  sales(matchKey: string, customerId: number | null): StoredSale[];
  /** One that was written by hand under that key, though only the sale or the file says who bought. */
  writtenByHand(matchKey: string, customerId: number | null): StoredSale | null;
  lines(saleId: number): StoredLine[];
  /** The newest sale of that number that is not another customer's. */
  byNumber(number: string, customerId: number | null): number | null;
}

/** Prepares every question that an import asks about sales. Numbers kept as `536365.0` are found too. */
export function prepareSaleLookup(raw: RawHandle): SaleLookup {
  const sales = raw.prepare<[string, number | null], StoredSale>(
    `SELECT ${saleColumns.join(', ')} FROM sales WHERE match_key = ? AND customer_id IS ? ORDER BY id`,
  );
  const byHand = raw.prepare<[{ key: string; customerId: number | null }], StoredSale>(
    `SELECT ${saleColumns.join(', ')} FROM sales
     WHERE match_key = @key AND import_id IS NULL AND deleted_at IS NULL
       AND (customer_id IS NULL OR @customerId IS NULL) ORDER BY id LIMIT 1`,
  );
  const lines = raw.prepare<[number], StoredLine>(
    `SELECT ${lineColumns.join(', ')} FROM sale_lines WHERE sale_id = ? ORDER BY position, id`,
  );
  const byNumber = raw
    .prepare<[{ number: string; customerId: number | null }], number>(
      `SELECT id FROM sales WHERE number = @number COLLATE NOCASE AND deleted_at IS NULL
         AND (customer_id IS NULL OR @customerId IS NULL OR customer_id = @customerId)
       ORDER BY customer_id IS NULL, sold_on DESC, id DESC LIMIT 1`,
    )
    .pluck();
  return {
    sales: (key, customerId) => {
      const found = sales.all(key, customerId);
      if (found.length > 0) return found;
      const older = key.replace(/^n\|(\d+)\|/, 'n|$1.0|');
      return older === key ? found : sales.all(older, customerId);
    },
    writtenByHand: (key, customerId) => byHand.get({ key, customerId }) ?? null,
    lines: (saleId) => lines.all(saleId),
    byNumber: (number, customerId) => byNumber.get({ number, customerId }) ?? null,
  };
}
