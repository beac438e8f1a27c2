import type { ImportField } from '../fields.ts';
import { lineSums, productsAgree, provenDiscount } from '../line-sums.ts';
import type { ColumnSummary } from '../summary.ts';
import type { Candidate } from './candidates.ts';
import { isTwoFaced } from './file-kind.ts';
import { isOutOfSize } from './size.ts';

/**
 * Why a column was guessed: by its header and values alike, by the header alone, by values alone, by
 * what quantity and price come to; although values contradict; with damaged or masked values among them.
 * Or why it is left out: another column has the field, its values are none, nothing else in the file goes
 * with it, the amounts are without it already, the same columns stand before it, it stands in a table
 * beside the one that is read, it sums up many sales, nothing here keeps such a thing, or nothing is known about it.
 */
export type GuessReason =
  | 'header-and-values'
  | 'header'
  | 'values'
  | 'arithmetic'
  | 'values-disagree'
  | 'damaged-values'
  | 'masked-values'
  | 'ambiguous-header'
  | 'other-column'
  | 'other-kind'
  | 'already-counted'
  | 'repeated'
  | 'other-table'
  | 'recap'
  | 'not-ours'
  | 'empty'
  | 'unknown';

export interface ColumnGuess {
  readonly field: ImportField;
  readonly confidence: 'sure' | 'likely' | 'check' | 'none';
  readonly because: GuessReason;
}

/** Whether quantity, price and amount, as they were taken, contradict each other in most rows. */
export function contradictsItself(
  fields: readonly ImportField[],
  summaries: readonly ColumnSummary[],
): boolean {
  const sums = lineSums(fields, summaries);
  if (sums === null || sums.quantity === null) return false;
  const { fits, rows } = productsAgree(sums);
  if (rows === 0 || fits >= rows * 0.5) return false;
  const discount = summaries[fields.indexOf('line.discount')]?.sizes;
  return discount === undefined || provenDiscount(sums, discount) === null;
}

const OF_LINE: ReadonlySet<ImportField> = new Set<ImportField>([
  'line.quantity',
  'line.unitPrice',
  'line.amount',
]);

/** What speaks for and against a column beside its own title. */
export interface Witnesses {
  readonly key: string;
  readonly summary: ColumnSummary;
  readonly currency: string;
  /** Quantity, price and amount contradict each other. */
  readonly isContradicted: boolean;
}

/** How sure a column is of the field that it was given, and why. */
export function judge(candidate: Candidate, witnesses: Witnesses): ColumnGuess {
  const { field, fit } = candidate;
  const { key, summary, currency } = witnesses;
  if (candidate.ground === 'values') return { field, confidence: 'check', because: 'values' };
  if (candidate.ground === 'arithmetic') {
    return { field, confidence: 'likely', because: 'arithmetic' };
  }
  if (summary.filled === 0) return { field, confidence: 'likely', because: 'empty' };
  if (summary.masked > summary.filled * 0.5) {
    return { field, confidence: 'check', because: 'masked-values' };
  }
  const isUnlikely =
    fit < 0 ||
    isOutOfSize(field, summary, currency) ||
    (witnesses.isContradicted && OF_LINE.has(field));
  if (isUnlikely) return { field, confidence: 'check', because: 'values-disagree' };
  if (field === 'customer.phone' && summary.damagedPhones > 0) {
    return { field, confidence: 'check', because: 'damaged-values' };
  }
  if (isTwoFaced(key) && field !== 'customer.name' && fit < 1) {
    return { field, confidence: 'likely', because: 'ambiguous-header' };
  }
  if (candidate.exact && fit >= 0.5) {
    return { field, confidence: 'sure', because: 'header-and-values' };
  }
  if (candidate.exact || fit >= 0.5) return { field, confidence: 'likely', because: 'header' };
  return { field, confidence: 'check', because: 'header' };
}
