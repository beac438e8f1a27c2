import { type Translate, textOf } from '#renderer/base/i18n.ts';
import type { ImportReport, ProblemGroup, RowOutcome } from '#shared/contract/imports.ts';
import type { DraftSource } from '#shared/contract/imports-draft.ts';
import type { Output } from '#shared/contract/index.ts';

/** A row of a file with what becomes of it. */
export type FileRow = Output<'imports.rows'>[number];

/** A filter tile: one outcome, or all rows. */
export type Tile = RowOutcome | 'read';

export const TILES: readonly Tile[] = ['read', 'added', 'updated', 'unchanged', 'skipped', 'wrong'];

/** Texts that stand for a group in the list: long values are cut. */
const maxShown = 40;

export function cut(text: string, max = maxShown): string {
  return text.length <= max ? text : `${text.slice(0, max - 1)}…`;
}

const SEVERITY: Readonly<Record<RowOutcome, number>> = {
  wrong: 0,
  added: 1,
  updated: 1,
  unchanged: 1,
  skipped: 2,
};

/** Where no cell can be mended, the values are no kinds of their own: one group a problem and source. */
function merged(problems: readonly ProblemGroup[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const group of problems) {
    const whole = group.column === null ? { ...group, value: null } : group;
    const key = `${groupKey(whole)}${group.outcome}`;
    const before = groups.get(key);
    groups.set(key, before === undefined ? whole : { ...before, rows: before.rows + group.rows });
  }
  return [...groups.values()];
}

/** The groups that a tile shows: what keeps rows out comes first, what is skipped anyway last. */
export function groupsOf(problems: readonly ProblemGroup[], tile: Tile): ProblemGroup[] {
  return merged(problems.filter((group) => tile === 'read' || group.outcome === tile)).toSorted(
    (a, b) => SEVERITY[a.outcome] - SEVERITY[b.outcome] || b.rows - a.rows,
  );
}

export function groupKey({ sourceId, problem, column, value }: ProblemGroup): string {
  return JSON.stringify([sourceId, problem, column, value]);
}

/** Problems that any column of a kind may have: only the column's title tells which one. */
const GENERAL: ReadonlySet<string> = new Set([
  'not-a-number',
  'percent',
  'percent-too-large',
  'discount-not-kept',
  'number-ambiguous',
  'number-rounded',
  'too-large',
  'text-cut',
  'other-zone',
  'amount-missing',
  'formula-not-calculated',
  'word-unknown',
  'date-in-future',
  'date-too-early',
  'date-far-off',
  'day-without-month',
]);

/** `Total: bukan angka “lihat nota”`; `Status nota belum dikenal: “entah”`. */
export function groupText(t: Translate, group: ProblemGroup): string {
  const problem = textOf(t, 'problem', group.problem);
  const value = group.value === null || group.value === '' ? '' : ` “${cut(group.value)}”`;
  const isNamed = GENERAL.has(group.problem) && group.header !== null && group.header !== '';
  if (isNamed) return `${group.header}: ${lowerFirst(problem)}${value}`;
  return value === '' ? problem : `${problem}:${value}`;
}

/** For a sentence's middle; `NPWP` and the like stay. */
export function lowerFirst(text: string): string {
  const second = text[1] ?? '';
  if (second !== second.toLowerCase()) return text;
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}

/** The text of every problem of a report, for the reason column of the wrong rows. */
export function problemTexts(t: Translate, report: ImportReport): Record<string, string> {
  return Object.fromEntries(
    report.problems.map(({ problem }) => [problem, textOf(t, 'problem', problem)]),
  );
}

/** Problems of empty cells, which one value can fill for all rows. */
const EMPTY: ReadonlySet<string> = new Set([
  'date-missing',
  'amount-missing',
  'complaint-text-missing',
]);

/** Values that are wrong beside others of their row only: a fix is for the rows with the problem. */
const BESIDE_OTHERS: ReadonlySet<string> = new Set([
  'answered-before-received',
  'resolved-before-received',
  'resolved-before-answered',
  'closed-before-resolved',
  'next-before-contact',
]);

/** Days that are doubted: they are wrong until a person says that they are right. */
const DOUBTED: ReadonlySet<string> = new Set(['date-too-early', 'date-in-future', 'date-far-off']);

/** Rows of people who were erased: they stay out until a person says otherwise. */
export const ERASED = 'erased-person';

/** Whether a person may say that the values of a group are right all the same. */
export function mayStand({ problem, outcome }: ProblemGroup, field: string): boolean {
  if (!DOUBTED.has(problem) || outcome !== 'wrong') return false;
  return problem !== 'date-in-future' || field === 'sale.date';
}

/** The problem a fix is bound to; undefined: it counts for the whole column. */
export function boundProblem({ problem }: ProblemGroup): string | undefined {
  return BESIDE_OTHERS.has(problem) ? problem : undefined;
}

/** The text that a fix for the whole group replaces; null: its rows differ, or no cell is to blame. */
export function fixableValue({ column, value, problem }: ProblemGroup): string | null {
  if (column === null) return null;
  return value ?? (EMPTY.has(problem) ? '' : null);
}

/** The texts of a row in the order of the file, without the empty ones. */
export function filledCells({ cells }: FileRow): string[] {
  return cells.map((cell) => String(cell ?? '').trim()).filter((text) => text !== '');
}

/** Whether the columns shown leave a row empty though it is not, or hide what is too much in it. */
export function needsRaw(row: FileRow, columns: readonly number[]): boolean {
  if (row.problem === 'row-too-wide') return true;
  const isShown = columns.some((index) => String(row.cells[index] ?? '').trim() !== '');
  return !isShown && filledCells(row).length > 0;
}

const FIRST: readonly string[] = [
  'sale.number',
  'sale.date',
  'complaint.receivedOn',
  'contact.date',
  'customer.name',
  'complaint.title',
  'complaint.text',
  'contact.text',
  'product.name',
  'line.amount',
  'sale.total',
  'line.unitPrice',
  'line.quantity',
  'customer.externalId',
  'product.sku',
  'customer.phone',
];

/** Columns of the file that a table of rows shows: the telling ones, and always the one to blame. */
export function shownColumns(source: DraftSource, blamed: number | null, most = 5): number[] {
  const rank = (field: string) => (FIRST.includes(field) ? FIRST.indexOf(field) : FIRST.length);
  const taken = source.columns
    .filter(({ field, index }) => field !== 'ignore' && index !== blamed)
    .toSorted((a, b) => rank(a.field) - rank(b.field) || a.index - b.index)
    .slice(0, blamed === null ? most : most - 1)
    .map(({ index }) => index)
    .toSorted((a, b) => a - b);
  return blamed === null ? taken : [...taken, blamed];
}

const NEEDED: ReadonlySet<string> = new Set([
  'sale.date',
  'line.amount',
  'line.unitPrice',
  'sale.total',
  'complaint.receivedOn',
  'contact.date',
]);

/** Whether a row is none without the field: emptying the cell would only make another problem. */
export function isNeeded(field: string): boolean {
  return NEEDED.has(field);
}

/** The groups of one problem in one column, each of a value of its own. */
export function groupsAlike({ problems }: ImportReport, group: ProblemGroup): ProblemGroup[] {
  return problems.filter(
    ({ sourceId, problem, column, value }) =>
      sourceId === group.sourceId &&
      problem === group.problem &&
      column === group.column &&
      (value ?? '') !== '',
  );
}
