import type { CareLookup } from '#db/queries/imports/lookup-complaints.ts';
import type { Cell } from '#shared/domain/cell.ts';
import type { Fix, SourceState } from '../../draft-store.ts';
import { bringsComplaints, bringsInteractions } from '../../source-brings.ts';
import { cellText } from '../cells.ts';
import type { InteractionBook } from '../interactions/book.ts';
import { type InteractionRow, InteractionRowReader } from '../interactions/row.ts';
import type { Problem } from '../outcomes.ts';
import type { ComplaintBook } from './book.ts';
import type { CareContext } from './chain.ts';
import { type ComplaintRow, ComplaintRowReader } from './row.ts';

/** The books of complaints and interactions, and what sales they may be about. */
export interface CareBooks {
  readonly complaints: ComplaintBook;
  readonly interactions: InteractionBook;
  readonly context: CareContext;
  /** Prepared at the first question. */
  lookup(): CareLookup;
  saleByNumber(number: string, customerId: number | null): number | null;
}

/** Who and what a row is about. */
export interface AboutRow {
  readonly customerId: number | null;
  readonly productId: number | null;
}

export interface TakenRow {
  readonly effect: 'added' | 'updated' | 'unchanged' | 'in-trash';
  readonly problems: readonly Problem[];
}

/** A row that has been read: what its books make of it once its customer and product are known. */
export interface ReadRow {
  /** Without a customer it cannot be taken. */
  readonly needsCustomer: boolean;
  take(about: AboutRow, outcome: number): TakenRow;
}

/** The rows of one source as complaints or interactions. */
export interface CareSource {
  readonly trashProblem: string;
  hasNoDate(cells: readonly Cell[]): boolean;
  read(cells: readonly Cell[]): ReadRow | Problem;
}

function isProblem(read: object): read is Problem {
  return 'problem' in read;
}

/** Replaces cells of those rows only that have the problem a fix was made for. */
function mended(fixes: readonly Fix[], problem: Problem, cells: readonly Cell[]): Cell[] | null {
  const { column } = problem;
  if (column === null) return null;
  const text = cellText(cells[column]);
  const fix = fixes.find(
    (each) => each.problem === problem.problem && each.column === column && each.from === text,
  );
  return fix === undefined ? null : cells.map((cell, at) => (at === column ? fix.to : cell));
}

function readMended<T extends object>(
  fixes: readonly Fix[],
  cells: readonly Cell[],
  read: (cells: readonly Cell[]) => T | Problem,
): T | Problem {
  let current = cells;
  let found = read(current);
  for (let tries = 0; tries < fixes.length && isProblem(found); tries += 1) {
    const next = mended(fixes, found, current);
    if (next === null) return found;
    current = next;
    found = read(current);
  }
  return found;
}

function complaintSource(source: SourceState, books: CareBooks, digits: number): CareSource {
  const { complaints, context } = books;
  const reader = new ComplaintRowReader(source, { today: context.today, digits });
  const fixes = source.fixes.filter((fix) => fix.problem !== undefined);
  const readRow = (cells: readonly Cell[]): ComplaintRow | Problem => reader.read(cells);
  return {
    trashProblem: 'complaint-in-trash',
    hasNoDate: (cells) => reader.hasNoDate(cells),
    read: (cells) => {
      const row = readMended(fixes, cells, readRow);
      if (isProblem(row)) return row;
      return {
        needsCustomer: false,
        take: ({ customerId, productId }) => {
          const { saleNumber } = row;
          const saleId = saleNumber === '' ? null : books.saleByNumber(saleNumber, customerId);
          return complaints.take(row, { customerId, productId, saleId }, source.id);
        },
      };
    },
  };
}

function interactionSource(source: SourceState, books: CareBooks): CareSource {
  const { interactions, context } = books;
  const reader = new InteractionRowReader(source, context.today);
  const fixes = source.fixes.filter((fix) => fix.problem !== undefined);
  const readRow = (cells: readonly Cell[]): InteractionRow | Problem => reader.read(cells);
  return {
    trashProblem: 'contact-in-trash',
    hasNoDate: (cells) => reader.hasNoDate(cells),
    read: (cells) => {
      const row = readMended(fixes, cells, readRow);
      if (isProblem(row)) return row;
      return {
        needsCustomer: true,
        take: ({ customerId }, outcome) =>
          interactions.take(row, customerId ?? 0, source.id, outcome),
      };
    },
  };
}

/** Null: the source's rows are neither complaints nor interactions. */
export function careSource(
  source: SourceState,
  books: CareBooks,
  digits: number,
): CareSource | null {
  if (bringsComplaints(source.columns)) return complaintSource(source, books, digits);
  return bringsInteractions(source.columns) ? interactionSource(source, books) : null;
}
