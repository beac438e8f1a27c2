import type { Table } from './schema/schema.ts';
import type { Mark } from './schema/table-entry.ts';
import { tables } from './tables.ts';

type Entries = typeof tables;
type With<Key extends string> = {
  [T in Table]: Entries[T] extends Record<Key, unknown> ? T : never;
}[Table];

/** Tables whose rows belong to the owner: every change to one is recorded, so it can be taken back. */
export type OwnTable = {
  [T in Table]: Entries[T]['holds'] extends 'own' ? T : never;
}[Table];
/** Tables that an import fills. */
export type PlannedTable = With<'plan'>;
/** Tables that leave with the owner when everything is exported: all but what can be computed again. */
export type CarriedTable = {
  [T in Table]: Entries[T]['holds'] extends 'derived' ? never : T;
}[Table];
/** Tables whose rows go to the trash. */
export type TrashTable = {
  [T in Table]: Entries[T] extends { readonly carries: readonly (infer M)[] }
    ? 'deleted_at' extends M
      ? T
      : never
    : never;
}[Table];
/** A column that an import writes. */
export type PlanColumn<T extends PlannedTable> = Entries[T]['plan'][number];
export type PlannedValue = string | number | null;
/** A row of a plan, by the names of its columns. */
export type PlannedRow<T extends PlannedTable> = Readonly<Record<PlanColumn<T>, PlannedValue>>;

interface AnyEntry {
  readonly area: string;
  readonly holds: string;
  readonly partOf?: { readonly column: string; readonly table: Table };
  readonly refersTo?: Readonly<Record<string, Table>>;
  readonly carries?: readonly Mark[];
  readonly plan?: readonly string[];
  readonly holdsTogether?: true;
  readonly fillsShop?: true;
  readonly isSearched?: true;
  readonly manyByCustomer?: string;
  readonly label?: string;
}

const names = Object.keys(tables) as readonly Table[];

/** A table's entry, whatever it holds. */
export function entryOf(table: Table): AnyEntry {
  return tables[table];
}

function where(test: (entry: AnyEntry, table: Table) => boolean): readonly Table[] {
  return names.filter((table) => test(entryOf(table), table));
}

export const ownTables = where((entry) => entry.holds === 'own') as readonly OwnTable[];

export function isOwnTable(name: string): name is OwnTable {
  return ownTables.some((table) => table === name);
}

/** In an order in which no row comes before one it refers to. */
export const plannedTables = where((entry) => entry.plan !== undefined) as readonly PlannedTable[];
/** The columns an import writes of a table. */
export function planColumns(table: PlannedTable): readonly string[] {
  return entryOf(table).plan ?? [];
}

/** A planned row that says nothing yet. */
export function emptyRow<T extends PlannedTable>(table: T): Record<PlanColumn<T>, PlannedValue> {
  const columns = planColumns(table).map((column) => [column, null]);
  return Object.fromEntries(columns) as Record<PlanColumn<T>, PlannedValue>;
}

/** What leaves with the owner: two shops that hold the same here hold the same. */
export const dumpedTables = where(({ holds }) => ['own', 'draft', 'setting'].includes(holds));
/** All that goes along when everything is exported. */
export const carriedTables = where(({ holds }) => holds !== 'derived') as readonly CarriedTable[];
/** The owner's own rows and drafts: what is brought back whole needs a shop that has none. */
export const heldTables = where(({ holds }) => holds === 'own' || holds === 'draft');
/** A shop with a row in one of these is not an empty one. */
export const fillingTables = where((entry) => entry.fillsShop === true);
/** The customer and what is kept of it alone; what was done with it is written elsewhere. */
export const customerRecord = where(
  (entry, table) => table === 'customers' || entry.partOf?.table === 'customers',
);

/** The owner's tables that say of each row which import made it. */
export const markedTables = where(
  (entry, table) => entry.holds === 'own' && carries(table, 'import_id'),
);

/** Whose rows go to the trash; each is a kind of its vocabulary (`TrashKind`). */
export const trashTables = where((_, table) =>
  carries(table, 'deleted_at'),
) as readonly TrashTable[];

export function carries(table: Table, mark: Mark): boolean {
  return entryOf(table).carries?.includes(mark) === true;
}

/** A part that an import brings without saying so on each: what the whole does, it does. */
export function isBroughtUnmarked(table: Table): table is PlannedTable {
  return entryOf(table).plan !== undefined && !carries(table, 'import_id');
}

/** What is found by searching for a customer, each with the column that names the customer. */
export const searchedTables = where((entry) => entry.isSearched === true).map((table) => ({
  table,
  column: entryOf(table).partOf?.column ?? 'id',
}));

/** One column of a table that names rows of another. */
export interface Reference {
  readonly from: Table;
  readonly column: string;
  readonly to: Table;
}

/** Everything a row of a table points to, but for the import that made it. */
export function referencesOf(table: Table): readonly Reference[] {
  const { partOf, refersTo = {} } = entryOf(table);
  const whole =
    partOf === undefined ? [] : [{ from: table, column: partOf.column, to: partOf.table }];
  const others = Object.entries(refersTo).map(([column, to]) => ({ from: table, column, to }));
  return [...whole, ...others];
}

/** Who refers to rows of a table: its parts and every other. */
export function referrersOf(table: Table): readonly Reference[] {
  return names.flatMap((from) => referencesOf(from).filter(({ to }) => to === table));
}

/** The parts that a row of a table has. */
export function partsOf(table: Table): readonly Reference[] {
  return referrersOf(table).filter(({ from, column }) => entryOf(from).partOf?.column === column);
}

/** Tables of which an import makes rows for a customer. */
const customersMarked = markedTables.filter((table) =>
  referencesOf(table).some(({ column, to }) => column === 'customer_id' && to === 'customers'),
);
/** Those of which a customer has few rows: all of them are looked at. */
export const customersFew = customersMarked.filter(
  (table) => entryOf(table).manyByCustomer === undefined,
);
/** Those of which a customer has many, with the index that finds the customer's. */
export const customersMany = customersMarked.flatMap((table) => {
  const index = entryOf(table).manyByCustomer;
  return index === undefined ? [] : [{ table, index }];
});
