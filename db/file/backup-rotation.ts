import type { BackupEntry } from '#shared/contract/backups.ts';
import { monthOf } from '#shared/domain/calendar/dates.ts';
import { localDay } from '#shared/domain/calendar/zone-time.ts';

const newestKept = 10;
const daysKept = 14;
const monthsKept = 12;
const beforeChangeDaysKept = 30;
const dayMs = 86_400_000;

/** Made because much was about to change at once: what was there before is wanted for a while. */
const beforeChange: ReadonlySet<BackupEntry['cause']> = new Set([
  'import',
  'migration',
  'restore',
  'undo',
  'bulk',
]);

/** Of each fuller book so many copies stay, of so many books, for so long. */
const fullerKept = 3;
const fullerBooks = 5;
const fullerDaysKept = 365;
/** Below this many customers and sales there is no book to speak of. */
const leastRecords = 20;

/** Adds to `kept` the newest entry of each of the first `limit` periods that have one. */
function keepOnePer(
  entries: readonly BackupEntry[],
  kept: Set<BackupEntry>,
  limit: number,
  periodOf: (entry: BackupEntry) => string,
): void {
  const periods = new Set<string>();
  for (const entry of entries) {
    const period = periodOf(entry);
    if (periods.has(period) || periods.size >= limit) continue;
    periods.add(period);
    kept.add(entry);
  }
}

interface Book {
  customers: number;
  sales: number;
  /** Oldest first. */
  readonly copies: BackupEntry[];
}

function recordsOf({ customers, sales }: Pick<BackupEntry, 'customers' | 'sales'>): number {
  return customers + sales;
}

/**
 * The copies in the books they are of, oldest first. Another book begins where a copy holds less than
 * half of the customers or the sales that the book had: the database was lost and begun anew, or most
 * of it was deleted. Short of that it is the same book, however it changes.
 */
function booksOf(entries: readonly BackupEntry[]): Book[] {
  const books: Book[] = [];
  for (const entry of entries.toReversed()) {
    const book = books.at(-1);
    const isMuchLess =
      book !== undefined &&
      recordsOf(book) >= leastRecords &&
      (entry.customers * 2 < book.customers || entry.sales * 2 < book.sales);
    if (book === undefined || isMuchLess) {
      books.push({ customers: entry.customers, sales: entry.sales, copies: [entry] });
      continue;
    }
    book.copies.push(entry);
    book.customers = Math.max(book.customers, entry.customers);
    book.sales = Math.max(book.sales, entry.sales);
  }
  return books;
}

/**
 * The copies that stay of books that were left for a much smaller one: of the fullest, of two as full of
 * the later. `entries` are newest first.
 */
export function formerCopies(entries: readonly BackupEntry[], at: string): BackupEntry[] {
  const oldest = Date.parse(at) - fullerDaysKept * dayMs;
  return booksOf(entries)
    .slice(0, -1)
    .filter((book) => recordsOf(book) >= leastRecords)
    .toReversed()
    .sort((a, b) => recordsOf(b) - recordsOf(a))
    .slice(0, fullerBooks)
    .flatMap(({ copies }) => copies.slice(-fullerKept))
    .filter(({ madeAt }) => Date.parse(madeAt) >= oldest);
}

/**
 * Which copies may go: all but
 *
 * - the newest ten, one a day for 14 days, one a month for 12;
 * - for 30 days those made before an import, its undo, a migration, a bulk change, a restore;
 * - for a year the newest three of a book that was followed by a much smaller one, so that copies of a
 *   new or emptied shop never push out those of the shop that was lost;
 * - those dated after `at`: the clock was wrong then, or is now. They count for nothing.
 *
 * `entries` are whole copies, newest first; days and months are the shop's.
 */
export function backupsToDrop(
  entries: readonly BackupEntry[],
  at: string,
  timeZone: string,
): BackupEntry[] {
  const now = Date.parse(at);
  const past = entries.filter((entry) => Date.parse(entry.madeAt) <= now);
  const dayOf = (entry: BackupEntry) => localDay(entry.madeAt, timeZone);
  const kept = new Set(past.slice(0, newestKept));
  keepOnePer(past, kept, daysKept, dayOf);
  keepOnePer(past, kept, monthsKept, (entry) => monthOf(dayOf(entry)));
  const oldest = now - beforeChangeDaysKept * dayMs;
  for (const entry of past)
    if (beforeChange.has(entry.cause) && Date.parse(entry.madeAt) >= oldest) kept.add(entry);
  for (const entry of formerCopies(past, at)) kept.add(entry);
  return past.filter((entry) => !kept.has(entry));
}
