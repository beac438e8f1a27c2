import type { ImportField } from '#shared/domain/columns/fields.ts';
import type { SourceRole } from '../draft-store.ts';
import { complaints } from './complaints/kind.ts';
import { customers } from './customers/kind.ts';
import { interactions } from './interactions/kind.ts';
import { products } from './products/kind.ts';
import type { HasField, RowKind } from './row-kind.ts';
import { sales } from './sales/kind.ts';

/** Every kind of thing a file can bring, in the order they are planned: each finds what it is about. */
export const rowKinds: readonly RowKind[] = [customers, products, sales, interactions, complaints];

type Field = { readonly field: ImportField };

function hasField(columns: readonly Field[]): HasField {
  const fields = new Set(columns.map((column) => column.field));
  return (...wanted) => wanted.some((field) => fields.has(field));
}

/**
 * What the rows of a source are: the last kind it brings that is more than named in them. Orders and
 * their lines are sales together, whatever either file lacks.
 */
export function leadOf(columns: readonly Field[], role: SourceRole | null = null): RowKind | null {
  if (role !== null) return sales;
  const has = hasField(columns);
  const brought = rowKinds.filter((kind) => kind.brings(has));
  return brought.findLast((kind) => kind.columns !== 'named') ?? brought[0] ?? null;
}

/** What a source brings: what its rows are, and what they name. */
export function kindsOf(columns: readonly Field[], role: SourceRole | null = null): RowKind[] {
  const has = hasField(columns);
  const lead = leadOf(columns, role);
  return rowKinds.filter((kind) => kind === lead || (kind.columns === 'named' && kind.brings(has)));
}

function isFieldOf(kind: RowKind, { field }: Field): boolean {
  return kind.fields.some((start) => field.startsWith(start));
}

/** What a source that seems to be a list of some kind still lacks to be one, the last kind first. */
export function lacksOf(columns: readonly Field[]): string[] {
  const lead = leadOf(columns);
  if (lead?.columns === 'alone') return [];
  const has = hasField(columns);
  const meant = rowKinds.findLast(
    (kind) => kind.columns === 'alone' && columns.some((column) => isFieldOf(kind, column)),
  );
  const perhaps = rowKinds.filter((kind) => kind.columns === 'mixed' && kind !== lead);
  return [meant, ...perhaps].flatMap((kind) => kind?.lacks(has) ?? []);
}

/** Whether a column tells something only of a kind that the source does not bring. */
export function isIdle(column: Field, brought: readonly RowKind[]): boolean {
  return rowKinds.some(
    (kind) => kind.columns !== 'named' && isFieldOf(kind, column) && !brought.includes(kind),
  );
}
