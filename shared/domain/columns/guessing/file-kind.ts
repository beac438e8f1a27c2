import type { ImportField } from '../fields.ts';
import { looksLikeCounts } from '../fit.ts';
import type { ColumnSummary } from '../summary.ts';
import type { HeaderMatch } from '../synonyms.ts';
import { meanings } from '../titles/words.ts';

/** Headers that mean one thing in one file and another in the next. */
const TWO_FACED: ReadonlySet<string> = new Set(
  (
    'jumlah|jml|total|nominal|unit|nilai|level|state|waktu|banyak|amount|description|nama|name|' +
    'sales|revenue|biaya|region|tarif|total barang|total item|total produk|metode|pekerjaan|unit cost'
  ).split('|'),
);

/** Whether a title alone leaves open what its column holds. */
export function isTwoFaced(key: string): boolean {
  return TWO_FACED.has(key);
}

/** Of these, such as speak of somebody or something else as often as of money. */
const LOOSE: ReadonlySet<string> = new Set('sales|revenue|biaya|region|tarif|metode'.split('|'));

/** Whether a title says nothing once its values are of another kind. */
export function isLoose(key: string): boolean {
  return LOOSE.has(key);
}

/** What kind of file the headers make: it decides what `nama`, `catatan` and `total` stand for. */
export interface FileKind {
  readonly products: boolean;
  readonly customers: boolean;
  readonly sales: boolean;
  /** A row sums up all sales of a customer: none of its figures is a sale. */
  readonly isRecap: boolean;
}

/** A list of things of their own, told by its titles: whatever else they say, it has no sales. */
export const LIST_OF_ITS_OWN: FileKind = {
  products: false,
  customers: true,
  sales: false,
  isRecap: false,
};

const EVENTS: ReadonlySet<string> = new Set(
  'transaksi beli kunjungan visit visits purchase purchases datang'.split(' '),
);
const ENDS: ReadonlySet<string> = new Set('terakhir last pertama first'.split(' '));
const COUNTS: ReadonlySet<string> = new Set('jumlah total frekuensi count banyak'.split(' '));

/** `Terakhir Belanja`, or `Jumlah Transaksi` over numbers that are counts. */
function sumsUp(key: string, summary: ColumnSummary | undefined, currency: string): boolean {
  const words = meanings(key);
  if (!words.some((word) => EVENTS.has(word))) return false;
  if (words.some((word) => ENDS.has(word))) return true;
  const isCount = words.some((word) => COUNTS.has(word));
  return isCount && summary !== undefined && looksLikeCounts(summary, currency);
}

/** A file's titles as the fields they name and as their keys, and what stands below them. */
interface FileTitles {
  readonly all: readonly (readonly HeaderMatch[])[];
  readonly keys: readonly string[];
  readonly summaries: readonly ColumnSummary[];
}

/** Judges a file by the fields that its titles name, and by the values of those that count. */
export function fileKind({ all, keys, summaries }: FileTitles, currency: string): FileKind {
  const has = (test: (field: ImportField) => boolean): boolean =>
    all.some((found, column) => {
      const first = found[0];
      return first !== undefined && !TWO_FACED.has(keys[column] ?? '') && test(first.field);
    });
  const customers = has((field) => field.startsWith('customer.') && field !== 'customer.note');
  const hasDay = all.some((found) => found[0]?.field === 'sale.date');
  const isRecap =
    all.some((found) => found[0]?.field.startsWith('customer.')) &&
    !hasDay &&
    !has((field) => field === 'sale.number') &&
    keys.some((key, column) => sumsUp(key, summaries[column], currency));
  return {
    products: has((field) => /^(?:product\.|line\.(?:quantity|unitPrice)$)/.test(field)),
    customers,
    sales:
      !isRecap && has((field) => /^(?:sale\.(?:number|date|total)|line\.quantity)$/.test(field)),
    isRecap,
  };
}

/** Added to a candidate's score by what the rest of the file is about. */
export function kindBonus(field: ImportField, key: string, kind: FileKind): number {
  if (kind.isRecap && (field.startsWith('sale.') || field.startsWith('line.'))) return -2;
  switch (field) {
    case 'customer.note':
      return kind.sales ? -0.9 : 0.1;
    case 'sale.note':
    case 'sale.status':
      return kind.sales ? 0.1 : -0.9;
    case 'sale.number':
      return 0.1;
    case 'sale.date':
    case 'sale.paymentMethod':
      return kind.customers && !kind.sales && !kind.products ? -0.2 : 0.05;
    case 'line.amount':
    case 'line.discount':
      return kind.products ? 0.1 : -0.5;
    case 'sale.total':
    case 'sale.discount':
      return kind.products && (key === 'total' || key === 'jumlah') ? -0.2 : 0;
    case 'line.unitPrice':
      return kind.sales ? 0 : -1.2;
    case 'customer.occupation':
      return kind.sales ? -0.9 : 0;
    case 'customer.name':
      return key === 'nama' || key === 'name' ? (kind.products && !kind.customers ? -0.9 : 0.1) : 0;
    case 'product.name':
      return key === 'description' && !kind.products ? -0.9 : 0;
    case 'product.category':
      return kind.customers && !kind.products ? -0.4 : 0;
    default:
      return 0;
  }
}
