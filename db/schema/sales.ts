import type { Generated } from 'kysely';
import type { SaleKind, SaleStatus, TaxMode } from '#shared/domain/vocabulary/sales.ts';
import type { Flag, Id } from './column-types.ts';
import type { EntriesOf } from './table-entry.ts';

export interface ProductsTable {
  id: Id;
  name: string;
  name_key: string;
  sku: string | null;
  category: string | null;
  unit: string | null;
  cost_minor: number | null;
  price_minor: number | null;
  is_active: Generated<Flag>;
  /** The product this one is another spelling of; it is in the trash then. */
  merged_into: number | null;
  import_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

/** Two products that look like spellings of one and are not. */
export interface ProductsApartTable {
  id: Id;
  product_id: number;
  other_id: number;
  created_at: string;
}

export interface SalesTable {
  id: Id;
  match_key: string;
  number: string | null;
  sold_on: string;
  sold_at: string | null;
  customer_id: number | null;
  kind: SaleKind;
  status: SaleStatus;
  discount_minor: Generated<number>;
  shipping_minor: Generated<number>;
  total_minor: number;
  revenue_minor: number;
  is_purchase: Flag;
  payment_method: string | null;
  note: string | null;
  /** Stands on the customer's account until payments settle it; else it was settled on its day. */
  is_on_account: Generated<Flag>;
  due_on: string | null;
  tax_mode: Generated<TaxMode>;
  /** The tax within the total, with its sign. */
  tax_minor: Generated<number>;
  promised_on: string | null;
  delivered_on: string | null;
  channel: string | null;
  /** Of a return: the sale whose goods came back. */
  return_of: number | null;
  import_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

export interface SaleLinesTable {
  id: Id;
  sale_id: number;
  position: number;
  product_id: number | null;
  quantity_e4: number;
  unit_price_e4: number | null;
  discount_minor: Generated<number>;
  amount_minor: number;
  note: string | null;
  /** Ten-thousandths. */
  tax_rate_e4: Generated<number>;
  tax_minor: Generated<number>;
  import_id: number | null;
}

export interface SalesSchema {
  products: ProductsTable;
  products_apart: ProductsApartTable;
  sales: SalesTable;
  sale_lines: SaleLinesTable;
}

export const salesTables = {
  products: {
    area: 'products',
    holds: 'own',
    carries: ['import_id', 'created_at', 'deleted_at'],
    plan: [
      'id',
      'name',
      'name_key',
      'sku',
      'category',
      'unit',
      'cost_minor',
      'price_minor',
      'is_active',
    ],
    fillsShop: true,
    refersTo: { merged_into: 'products' },
    label: 'name',
  },
  products_apart: {
    area: 'products',
    holds: 'own',
    carries: ['created_at'],
    refersTo: { product_id: 'products', other_id: 'products' },
  },
  sales: {
    area: 'sales',
    holds: 'own',
    carries: ['import_id', 'created_at', 'deleted_at'],
    refersTo: { customer_id: 'customers', return_of: 'sales' },
    plan: [
      'id',
      'match_key',
      'number',
      'sold_on',
      'sold_at',
      'customer_id',
      'kind',
      'status',
      'discount_minor',
      'shipping_minor',
      'total_minor',
      'revenue_minor',
      'is_purchase',
      'payment_method',
      'note',
    ],
    holdsTogether: true,
    fillsShop: true,
    manyByCustomer: 'sales_customer',
    label: 'coalesce(number, sold_on)',
  },
  sale_lines: {
    area: 'sales',
    holds: 'own',
    carries: ['import_id'],
    partOf: { column: 'sale_id', table: 'sales' },
    refersTo: { product_id: 'products' },
    plan: [
      'id',
      'sale_id',
      'position',
      'product_id',
      'quantity_e4',
      'unit_price_e4',
      'discount_minor',
      'amount_minor',
    ],
  },
} as const satisfies EntriesOf<SalesSchema>;
