import type { Generated } from 'kysely';
import type { EntriesOf } from './table-entry.ts';

/** What was computed and for what: nothing in it is the owner's own. */
export interface DerivedStateTable {
  key: string;
  value: string;
}

export interface CustomerFiguresTable {
  customer_id: number;
  purchases: Generated<number>;
  revenue_minor: Generated<number>;
  first_purchase_on: string | null;
  last_purchase_on: string | null;
  active_purchases: Generated<number>;
  active_revenue_minor: Generated<number>;
  layer: Generated<
    'top' | 'large' | 'medium' | 'small' | 'inactive' | 'prospect' | 'suspect' | 'rest-of-world'
  >;
  clv_minor: number | null;
  /** Points of the loyalty programme. */
  points: Generated<number>;
  /** How many of them run out within the days in which it is said, and when the first do. */
  points_ending: Generated<number>;
  points_end_on: string | null;
  tier_id: number | null;
  name_key: Generated<string>;
  search_text: Generated<string>;
}

/** What was sold of a product up to the day of the figures; triggers of the schema keep it. */
export interface ProductFiguresTable {
  product_id: number;
  revenue_minor: Generated<number>;
  quantity_e4: Generated<number>;
  last_sold_on: string | null;
  /** Lines of sales on that day. */
  last_lines: Generated<number>;
}

export interface FiguresSchema {
  derived_state: DerivedStateTable;
  customer_figures: CustomerFiguresTable;
  product_figures: ProductFiguresTable;
}

export const figuresTables = {
  customer_figures: {
    area: 'figures',
    holds: 'derived',
    refersTo: { customer_id: 'customers' },
  },
  product_figures: {
    area: 'figures',
    holds: 'derived',
    refersTo: { product_id: 'products' },
  },
  derived_state: {
    area: 'figures',
    holds: 'derived',
  },
} as const satisfies EntriesOf<FiguresSchema>;
