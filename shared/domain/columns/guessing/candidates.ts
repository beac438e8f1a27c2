import { readSaleStatus } from '../../vocabulary/sale-words.ts';
import { fieldType, type ImportField } from '../fields.ts';
import { fitOf, looksLikeAmounts, looksLikeCodes, looksLikeCounts } from '../fit.ts';
import { saysMoney, saysPercent } from '../headers.ts';
import type { ColumnSummary } from '../summary.ts';
import type { HeaderMatch } from '../synonyms.ts';
import { meanings } from '../titles/words.ts';
import { type FileKind, isLoose, isTwoFaced, kindBonus } from './file-kind.ts';
import type { LineColumns } from './line-columns.ts';
import { isOutOfSize } from './size.ts';
import { isPricePerMeasure, saysCount, weakField } from './weak-titles.ts';

/** Why a candidate stands: its title, its values, or what it comes to with others. */
export type Ground = 'title' | 'values' | 'arithmetic';

/** A field that a column may become. */
export interface Candidate {
  readonly column: number;
  readonly field: ImportField;
  readonly score: number;
  readonly fit: number;
  readonly exact: boolean;
  readonly ground: Ground;
}

/** A column, its title as it stands and as its key, the fields that this names, and its values. */
export interface TitledColumn {
  readonly column: number;
  readonly header: string;
  readonly key: string;
  readonly found: readonly HeaderMatch[];
  readonly summary: ColumnSummary;
}

/** What all columns of a file are judged by. */
export interface FileGround {
  readonly kind: FileKind;
  readonly currency: string;
  /** The columns that prove to be quantity, price and amount; null: none do. */
  readonly line: LineColumns | null;
  /** Some column of sums holds numbers of the size of money: one of counts beside it is none. */
  readonly hasAmounts: boolean;
}

const ROLES: Readonly<Record<keyof LineColumns, ImportField>> = {
  quantity: 'line.quantity',
  price: 'line.unitPrice',
  amount: 'line.amount',
};

/** The field that a column is proven to be by what its numbers come to. */
export function provenField(column: number, line: LineColumns | null): ImportField | null {
  if (line === null) return null;
  const role = (Object.keys(ROLES) as (keyof LineColumns)[]).find((each) => line[each] === column);
  return role === undefined ? null : ROLES[role];
}

/** Settles `Jumlah` and its like between counts and amounts by what the values look like. */
function shapeBonus(
  field: ImportField,
  { header, summary }: TitledColumn,
  currency: string,
): number {
  if (summary.filled === 0) return 0;
  const amounts = looksLikeAmounts(summary, currency);
  const counts = looksLikeCounts(summary, currency);
  if (field === 'line.quantity') {
    if (saysMoney(header)) return -1;
    return amounts ? -0.5 : counts ? 0.2 : 0;
  }
  if (field === 'line.amount' || field === 'sale.total') {
    return counts && !saysMoney(header) ? -0.3 : amounts ? 0.2 : 0;
  }
  return 0;
}

/** For or against a role in the line that the numbers of the file prove. */
function lineBonus(field: ImportField, column: number, line: LineColumns | null): number {
  const proven = provenField(column, line);
  if (proven === field) return 0.4;
  if (field === 'product.cost' && proven === 'line.unitPrice') return -0.6;
  if (line === null || !Object.values(ROLES).includes(field)) return 0;
  return proven === null ? 0 : -0.4;
}

/** Fields that a sale can do without: of values that are none they take nothing. */
function isOptional(field: ImportField, key: string): boolean {
  if (field === 'sale.status') return !meanings(key).includes('status');
  return (
    fieldType(field) === 'discount' ||
    field === 'sale.shipping' ||
    field === 'sale.refund' ||
    /^product\.(?:cost|active)$/.test(field)
  );
}

/** Three pieces are no sum where another column gives sums. */
function isCount(
  field: ImportField,
  { header, summary }: TitledColumn,
  ground: FileGround,
): boolean {
  const isSum = field === 'line.amount' || field === 'sale.total';
  if (!isSum || !ground.hasAmounts || saysMoney(header)) return false;
  if (looksLikeAmounts(summary, ground.currency)) return false;
  return isOutOfSize(field, summary, ground.currency);
}

/** `Ket Bayar` over `Lunas` and `Belum Lunas`. */
function areStatuses({ values }: ColumnSummary): boolean {
  const known = values.filter((value) => readSaleStatus(value) !== null);
  return known.length > 0 && known.length >= values.length * 0.8;
}

/** `Nomor Pelanggan` may be how to reach somebody as well as the number that a shop gave out. */
function isCode(found: readonly HeaderMatch[]): boolean {
  return found.some((match) => match.field === 'customer.externalId');
}

/** Other fields that the same title names in some files. */
function alsoNamed(titled: TitledColumn, { kind, line }: FileGround): HeaderMatch[] {
  const { key, found, summary, column } = titled;
  const exact = found[0]?.exact ?? false;
  const more: HeaderMatch[] = [];
  const add = (field: ImportField, weight: number): void => {
    if (found.length > 0 && !found.some((match) => match.field === field)) {
      more.push({ field, weight, exact });
    }
  };
  // In a list of products a price is what each sells for, and nothing that was sold.
  const price = found.find((match) => match.field === 'line.unitPrice');
  if (price !== undefined && kind.products && !kind.sales) add('product.price', price.weight);
  if (kind.products && (key === 'nama' || key === 'name')) add('product.name', 0.5);
  // A workshop's work is what it sells; what a unit costs is its price where it proves the amounts.
  if (key === 'pekerjaan' && kind.sales) add('product.name', 0.6);
  const isCost = found.some((match) => match.field === 'product.cost');
  if (isCost && provenField(column, line) === 'line.unitPrice') add('line.unitPrice', 0.9);
  if (!(found[0]?.exact ?? true) && areStatuses(summary)) add('sale.status', 1);
  if (summary.phones > summary.filled * 0.8 && isCode(found)) add('customer.phone', 0.9);
  if (key === 'description' || key === 'deskripsi') add('customer.note', 0.5);
  if (key === 'kategori' || key === 'category' || key === 'level') add('customer.tag', 0.5);
  if (looksLikeCodes(summary)) {
    // `Pelanggan` may hold names or codes; `Name` in a web shop's orders is their number.
    if (found.some((match) => match.field === 'customer.name')) {
      add('customer.externalId', 0.6);
      if (kind.sales && (key === 'name' || key === 'nama')) add('sale.number', 0.65);
    }
  }
  return more;
}

/** What the title of a column names, ranked by its values and by the rest of the file. */
export function titleCandidates(titled: TitledColumn, ground: FileGround): Candidate[] {
  const { column, key, header, found, summary } = titled;
  const { kind, currency, line } = ground;
  const isShare = saysPercent(header);
  return [...found, ...alsoNamed(titled, ground)]
    .filter(({ field }) => !isShare || fieldType(field) === 'discount')
    .flatMap((match): Candidate[] => {
      const { field, exact } = match;
      const fit = fitOf(field, summary);
      const isUnlike = fit < 0 && (isOptional(field, key) || isLoose(key));
      if (isUnlike || isCount(field, titled, ground)) return [];
      const shaped = isTwoFaced(key) || fit > 0 ? shapeBonus(field, titled, currency) : 0;
      const score =
        match.weight +
        0.4 * fit +
        kindBonus(field, key, kind) +
        shaped +
        lineBonus(field, column, line);
      // An empty column of several that want one field must not win it: it ranks last.
      const ranked = summary.filled === 0 ? score * 0.5 : score;
      return [{ column, field, score: ranked, fit, exact, ground: 'title' }];
    });
}

/** Codes with letters; or, of a table with a row for each sale, an `id` that none shares. */
function looksLikeNumberOfSale({ key, summary }: TitledColumn, kind: FileKind): boolean {
  if (!looksLikeCodes(summary)) return false;
  const isUnique = summary.distinct === summary.filled && summary.filled === summary.rows;
  if (key === 'id') return isUnique && !kind.products;
  return summary.values.some((value) => /\p{L}/u.test(value));
}

/** Whether the values prove what a weak title may name. */
function isProven(field: ImportField, titled: TitledColumn, ground: FileGround): boolean {
  const { summary, column, key } = titled;
  const { kind, line, currency } = ground;
  switch (field) {
    case 'line.quantity': {
      const isCount = saysCount(key) && looksLikeCounts(summary, currency);
      return provenField(column, line) === field || (isCount && kind.sales && kind.products);
    }
    case 'line.unitPrice':
      return provenField(column, line) === field;
    case 'product.name':
      return kind.sales && fitOf(field, summary) > 0.5;
    case 'customer.phone':
      return fitOf(field, summary) === 1;
    default:
      return kind.sales && looksLikeNumberOfSale(titled, kind);
  }
}

/** What a title that names nothing of itself stands for, where the values prove it. */
export function weakCandidates(titled: TitledColumn, ground: FileGround): Candidate[] {
  const { column, key, summary } = titled;
  const field = weakField(key);
  if (field === null || summary.filled === 0 || ground.kind.isRecap) return [];
  const isPrice = field === 'line.unitPrice' && isPricePerMeasure(key) && ground.kind.sales;
  if (!isPrice && !isProven(field, titled, ground)) return [];
  const fit = fitOf(field, summary);
  return [{ column, field, score: 0.4 + 0.2 * fit, fit, exact: false, ground: 'title' }];
}

/** What values alone can say: only phones, e-mail addresses, days and products are unmistakable. */
export function valueCandidates(titled: TitledColumn, ground: FileGround): Candidate[] {
  const { column, key, summary } = titled;
  const proven = ground.kind.isRecap ? null : provenField(column, ground.line);
  if (proven !== null) {
    const fit = fitOf(proven, summary);
    return [{ column, field: proven, score: 0.35, fit, exact: false, ground: 'arithmetic' }];
  }
  const fields: readonly ImportField[] = ['customer.email', 'customer.phone', 'sale.date'];
  // A workbook's day numbers look like any number: they need a header.
  const mayBeDate = summary.dates.serialLike < summary.filled * 0.5;
  return (
    fields
      .filter((field) => field !== 'sale.date' || (mayBeDate && key === ''))
      .map((field) => ({ field, fit: fitOf(field, summary) }))
      .filter(({ field, fit }) => fit === 1 && (field !== 'customer.phone' || summary.distinct > 1))
      // Hidden by stars may be anything.
      .filter(({ field }) => field !== 'customer.email' || summary.emails > summary.filled * 0.5)
      .map(({ field, fit }) => ({ column, field, score: 0.3, fit, exact: false, ground: 'values' }))
  );
}
