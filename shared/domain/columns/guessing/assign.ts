import { type ImportField, REPEATABLE_FIELDS } from '../fields.ts';
import { type LineSums, lineSums, standsForRuns } from '../line-sums.ts';
import type { ColumnSummary } from '../summary.ts';
import { bagOf, meanings } from '../titles/words.ts';
import type { Candidate, TitledColumn } from './candidates.ts';

/** Fields that a person gave to columns. */
export type Chosen = ReadonlyMap<number, ImportField>;

/** A candidate below this score is none. */
export const ENOUGH = 0.2;

const NAME_PARTS: ReadonlySet<string> = new Set(
  (
    'first name|given name|middle name|additional name|last name|family name|nama depan|' +
    'nama tengah|nama belakang'
  )
    .split('|')
    .map((words) => bagOf(meanings(words))),
);

function isNamePart(key: string): boolean {
  return NAME_PARTS.has(bagOf(meanings(key).filter((word) => word !== 'pelanggan')));
}

/** Takes candidates best first; a field goes to one column unless several may feed it. */
export function assign(
  candidates: readonly Candidate[],
  keys: readonly string[],
  chosen: Chosen,
): Map<number, Candidate> {
  const taken = new Map<number, Candidate>();
  const used = new Set(chosen.values());
  let byParts = false;
  const sorted = [...candidates].sort((a, b) => b.score - a.score || a.column - b.column);
  for (const candidate of sorted) {
    if (taken.has(candidate.column) || candidate.score < ENOUGH) continue;
    const isPart = candidate.field === 'customer.name' && isNamePart(keys[candidate.column] ?? '');
    const joins = isPart && byParts;
    const free = !used.has(candidate.field) || REPEATABLE_FIELDS.has(candidate.field) || joins;
    if (!free) continue;
    if (isPart && !used.has('customer.name')) byParts = true;
    used.add(candidate.field);
    taken.set(candidate.column, candidate);
  }
  return taken;
}

/** The field of every column, chosen or taken. */
export function fieldsOf(
  columns: readonly TitledColumn[],
  taken: ReadonlyMap<number, Candidate>,
  chosen: Chosen,
): ImportField[] {
  return columns.map(({ column }) => chosen.get(column) ?? taken.get(column)?.field ?? 'ignore');
}

/** A number is missing beside some price: what stands there is not of every line. */
function isSparse({ sizes }: ColumnSummary, { price }: LineSums): boolean {
  return sizes.some((size, row) => size === null && (price[row] ?? null) !== null);
}

/** Parts of a name count where the whole is missing in some rows: an address book may leave it out. */
function withoutEmptierNames(
  candidates: readonly Candidate[],
  columns: readonly TitledColumn[],
): readonly Candidate[] {
  const filledOf = ({ column }: Candidate): number => columns[column]?.summary.filled ?? 0;
  const isPart = ({ column }: Candidate): boolean => isNamePart(columns[column]?.key ?? '');
  const names = candidates.filter(({ field }) => field === 'customer.name');
  const most = Math.max(0, ...names.filter(isPart).map(filledOf));
  const isWhole = (one: Candidate): boolean =>
    ['name', 'nama'].includes(columns[one.column]?.key ?? '');
  return candidates.filter(
    (one) => one.field !== 'customer.name' || !isWhole(one) || filledOf(one) >= most,
  );
}

/**
 * Takes candidates best first, and once more without amounts of lines where these prove to stand once for
 * all lines of a sale.
 */
export function takeBest(
  columns: readonly TitledColumn[],
  all: readonly Candidate[],
  chosen: Chosen,
): Map<number, Candidate> {
  const keys = columns.map((each) => each.key);
  const candidates = withoutEmptierNames(all, columns);
  const taken = assign(candidates, keys, chosen);
  const summaries = columns.map((each) => each.summary);
  const fields = fieldsOf(columns, taken, chosen);
  const sums = lineSums(fields, summaries);
  const isOfLine = fields.includes('line.amount') && fields.includes('line.quantity');
  if (sums === null || !isOfLine || !standsForRuns(sums)) return taken;
  const others = candidates.filter(({ column, field }) => {
    const summary = summaries[column];
    return field !== 'line.amount' || summary === undefined || !isSparse(summary, sums);
  });
  return assign(others, keys, chosen);
}
