import type { ColumnType, Generated } from 'kysely';
import type { CareSchema } from './care.ts';

/** An `AUTOINCREMENT` key: read always, written only where rows are put back under their own id. */
type Id = ColumnType<number, number | undefined, never>;
type Flag = 0 | 1;

export interface SettingsTable {
  key: string;
  value: string;
}

/** What was computed and for what: nothing in it is the owner's own. */
export interface DerivedStateTable {
  key: string;
  value: string;
}

export interface ImportsTable {
  id: Id;
  status: 'done' | 'undone';
  done_at: string;
  undone_at: string | null;
  summary: string;
}

export interface ImportSourcesTable {
  id: Id;
  import_id: number;
  file_name: string;
  sheet_name: string | null;
  file_sha256: string;
  layout_key: string;
  header_row: number | null;
  columns: string;
  counts: string;
}

export interface ImportRowsTable {
  source_id: number;
  row_number: number;
  outcome: 'added' | 'updated' | 'unchanged' | 'skipped' | 'wrong';
  reason: string | null;
  cells: string | null;
}

export interface ImportLayoutsTable {
  layout_key: string;
  choices: string;
  updated_at: string;
}

export interface CustomersTable {
  id: Id;
  kind: Generated<'person' | 'business'>;
  relation: Generated<'customer' | 'partner' | 'supplier'>;
  mark: 'suspect' | 'rest-of-world' | null;
  name: Generated<string>;
  name_key: Generated<string>;
  birthday_on: string | null;
  gender: 'female' | 'male' | 'other' | null;
  occupation: string | null;
  source: string | null;
  uses: string | null;
  tastes: string | null;
  matters: string | null;
  tax_id: string | null;
  recommended_by: number | null;
  note: string | null;
  import_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

export interface ContactPointsTable {
  id: Id;
  customer_id: number;
  kind: 'phone' | 'email' | 'social' | 'website';
  label: string | null;
  value: string;
  match_key: string;
  position: Generated<number>;
  import_id: number | null;
}

export interface CustomerIdentifiersTable {
  id: Id;
  customer_id: number;
  scheme: string;
  value: string;
  import_id: number | null;
}

export interface AddressesTable {
  id: Id;
  customer_id: number;
  label: string | null;
  street: string | null;
  district: string | null;
  city: string | null;
  province: string | null;
  postal_code: string | null;
  country: string | null;
  position: Generated<number>;
  import_id: number | null;
}

export interface CustomerTagsTable {
  id: Id;
  customer_id: number;
  tag: string;
  import_id: number | null;
}

export interface ProductsTable {
  id: Id;
  name: string;
  name_key: string;
  sku: string | null;
  category: string | null;
  unit: string | null;
  cost_minor: number | null;
  import_id: number | null;
  created_at: string;
  deleted_at: string | null;
}

export interface SalesTable {
  id: Id;
  match_key: string;
  number: string | null;
  sold_on: string;
  sold_at: string | null;
  customer_id: number | null;
  kind: 'sale' | 'return';
  status: 'completed' | 'processing' | 'cancelled' | 'returned';
  discount_minor: Generated<number>;
  shipping_minor: Generated<number>;
  total_minor: number;
  revenue_minor: number;
  is_purchase: Flag;
  payment_method: string | null;
  note: string | null;
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
  import_id: number | null;
}

export interface BatchesTable {
  id: Id;
  kind: 'create' | 'edit' | 'delete' | 'import' | 'undo';
  label: string;
  at: string;
  import_id: number | null;
  undoes: number | null;
  undone_at: string | null;
}

export interface JournalTable {
  id: Id;
  batch_id: number;
  entity: string;
  entity_id: number;
  owner_id: number | null;
  before: string | null;
  after: string | null;
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
  name_key: Generated<string>;
  search_text: Generated<string>;
}

/** Every table, as SQL names it. `rows.ts` turns rows into what the rest of the app reads. */
export interface Schema extends CareSchema {
  settings: SettingsTable;
  derived_state: DerivedStateTable;
  imports: ImportsTable;
  import_sources: ImportSourcesTable;
  import_rows: ImportRowsTable;
  import_layouts: ImportLayoutsTable;
  customers: CustomersTable;
  contact_points: ContactPointsTable;
  customer_identifiers: CustomerIdentifiersTable;
  addresses: AddressesTable;
  customer_tags: CustomerTagsTable;
  products: ProductsTable;
  sales: SalesTable;
  sale_lines: SaleLinesTable;
  batches: BatchesTable;
  journal: JournalTable;
  customer_figures: CustomerFiguresTable;
}
