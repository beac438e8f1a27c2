import { type PageKind, readPage, type StoredCell, type StoredValue } from './cells.ts';
import type { FilePages } from './file-pages.ts';
import { looksLike } from './fit.ts';
import type { ModelTable } from './model.ts';
import type { SalvageSource } from './source.ts';

/** One tree of the file: the pages that hold its rows or entries, and how many of its pages are not read. */
interface Tree {
  readonly leaves: number[];
  cells: number;
  gaps: number;
}

type Kinds = readonly [leaf: PageKind, branch: PageKind];
const rowKinds: Kinds = ['rows', 'row-branch'];
const keyKinds: Kinds = ['keys', 'key-branch'];

/** Whether a page that lies where rows of a table should be holds such rows. */
type IsOurs = (cells: readonly StoredCell[]) => boolean;

interface Step {
  readonly page: number;
  readonly after: number;
  readonly through: number;
}

function isWithin(cells: readonly StoredCell[], { after, through }: Step): boolean {
  return cells.every(({ rowid }) => rowid === null || (rowid > after && rowid <= through));
}

interface Climb {
  readonly root: number;
  readonly kinds: Kinds;
  readonly isOurs: IsOurs;
}

/** Goes down a tree from its root; each page is taken by one tree only. */
function climb(pages: FilePages, taken: Uint8Array, { root, kinds, isOurs }: Climb): Tree {
  const tree: Tree = { leaves: [], cells: 0, gaps: 0 };
  const [leaf, branch] = kinds;
  const steps: Step[] = [
    { page: root, after: Number.NEGATIVE_INFINITY, through: Number.POSITIVE_INFINITY },
  ];
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    const { page } = step;
    const read = page < 1 || taken[page] === 1 ? null : readPage(pages, page);
    const isKind = read?.kind === leaf || read?.kind === branch;
    if (read === null || !isKind || !isWithin(read.cells, step) || !isOurs(read.cells)) {
      tree.gaps += 1;
      continue;
    }
    taken[page] = 1;
    if (read.broken > 0) tree.gaps += 1;
    if (read.cells.length > 0) tree.leaves.push(page);
    tree.cells += read.cells.length;
    let { after } = step;
    const down = read.branches.map(({ page: next, through }): Step => {
      const one = { page: next, after, through: Math.min(through ?? step.through, step.through) };
      after = through ?? after;
      return one;
    });
    steps.push(...down.toReversed());
  }
  return tree;
}

/** What a file's own list says of a table, an index, a trigger or a view. */
export interface SchemaEntry {
  readonly type: string;
  readonly name: string;
  readonly root: number;
}

function schemaEntry({ values }: StoredCell): SchemaEntry | null {
  const [type, name, , root] = values;
  const isOne = values.length === 5 && typeof type === 'string' && typeof name === 'string';
  if (!isOne || typeof root !== 'number' || !/^(table|index|trigger|view)$/.test(type)) return null;
  return { type, name, root };
}

const isSchema: IsOurs = (cells) => cells.every((cell) => schemaEntry(cell) !== null);

function versionOf(pages: FilePages): number | null {
  const first = pages.read(1);
  const isHead = first?.subarray(0, 15).toString('latin1') === 'SQLite format 3';
  return isHead && first !== null ? first.readUInt32BE(60) : null;
}

/** A file's pages with what it says of itself; where its own list is damaged, what is left of that. */
export interface OpenFile {
  readonly pages: FilePages;
  readonly schema: readonly SchemaEntry[];
  /** The version that its first page says; null: that cannot be read. */
  readonly version: number | null;
  /** One for each page: 1 where it is known what it is part of. */
  readonly taken: Uint8Array;
  readonly gaps: number;
}

/** Reads what a file says of where each table and index begins. */
export function openFile(pages: FilePages): OpenFile {
  const taken = new Uint8Array(pages.count + 1);
  const tree = climb(pages, taken, { root: 1, kinds: rowKinds, isOurs: isSchema });
  const leaves = [...tree.leaves];
  for (let page = 2; tree.gaps > 0 && page <= pages.count; page += 1) {
    const read = taken[page] === 1 ? null : readPage(pages, page);
    if (read?.kind !== 'rows' || read.cells.length === 0 || !isSchema(read.cells)) continue;
    taken[page] = 1;
    leaves.push(page);
  }
  const schema = leaves
    .flatMap((page) => readPage(pages, page)?.cells ?? [])
    .flatMap((cell) => schemaEntry(cell) ?? []);
  return { pages, schema, version: versionOf(pages), taken, gaps: tree.gaps };
}

const anything: IsOurs = () => true;

/** Reads a file that lies open page by page: a page that is damaged takes nothing with it but itself. */
class PageSource implements SalvageSource {
  readonly log: FilePages['log'];
  readonly pages: { total: number; unread: number };
  readonly steps: number;
  readonly #pages: FilePages;
  readonly #taken: Uint8Array;
  readonly #trees = new Map<string, Tree>();

  constructor(file: OpenFile, tables: readonly ModelTable[]) {
    const { pages, schema } = file;
    this.#pages = pages;
    this.#taken = file.taken;
    this.log = pages.log;
    this.#takeTables(schema, tables);
    this.#takeOthers(schema, tables);
    const unread = [...this.#trees.values()].reduce((sum, { gaps }) => sum + gaps, file.gaps);
    this.pages = { total: pages.count, unread };
    this.steps = tables.reduce((sum, { name }) => sum + (this.#trees.get(name)?.cells ?? 0), 0);
  }

  #takeTables(schema: readonly SchemaEntry[], tables: readonly ModelTable[]): void {
    for (const table of tables) {
      const entry = schema.find(({ type, name }) => type === 'table' && name === table.name);
      const kinds = table.isKeyed ? keyKinds : rowKinds;
      const isOurs: IsOurs = (cells) =>
        cells.length === 0 || cells.some((cell) => looksLike(table, cell));
      this.#trees.set(
        table.name,
        entry === undefined
          ? { leaves: [], cells: 0, gaps: 1 }
          : climb(this.#pages, this.#taken, { root: entry.root, kinds, isOurs }),
      );
    }
  }

  /** What is computed again, and every index: their pages are not those of a table that is looked for. */
  #takeOthers(schema: readonly SchemaEntry[], tables: readonly ModelTable[]): void {
    const wanted = new Set(tables.map(({ name }) => name));
    for (const { type, name, root } of schema) {
      if (root === 0 || wanted.has(name) || !/^(table|index)$/.test(type)) continue;
      const isKeyed = type === 'index' || readPage(this.#pages, root)?.kind.startsWith('key');
      const kinds = isKeyed === true ? keyKinds : rowKinds;
      this.#trees.set(name, climb(this.#pages, this.#taken, { root, kinds, isOurs: anything }));
    }
  }

  *#cellsOf(tree: Tree | undefined): Generator<StoredCell> {
    for (const page of tree?.leaves ?? []) yield* readPage(this.#pages, page)?.cells ?? [];
  }

  rowsOf({ name }: ModelTable): Iterable<StoredCell> {
    return this.#cellsOf(this.#trees.get(name));
  }

  isWhole({ name }: ModelTable): boolean {
    return this.#trees.get(name)?.gaps === 0;
  }

  *strays(): Generator<readonly StoredCell[]> {
    for (let page = 2; page <= this.#pages.count; page += 1) {
      if (this.#taken[page] === 1) continue;
      const read = readPage(this.#pages, page);
      if (read !== null && read.cells.length > 0) yield read.cells;
    }
  }

  entriesOf(_table: ModelTable, { name }: { readonly name: string }) {
    const tree = this.#trees.get(name);
    const entries: (readonly StoredValue[])[] = [];
    for (const { values } of this.#cellsOf(tree)) entries.push(values);
    return { entries, isAll: tree?.gaps === 0 };
  }

  lastIdOf({ name }: ModelTable): number | null {
    for (const { values } of this.#cellsOf(this.#trees.get('sqlite_sequence'))) {
      const [table, last] = values;
      if (table === name && typeof last === 'number') return last;
    }
    return null;
  }

  close(): void {
    this.#pages.close();
  }
}

/** What can be read of a file that lies open, of the tables of its version. */
export function readByPages(file: OpenFile, tables: readonly ModelTable[]): SalvageSource {
  return new PageSource(file, tables);
}
