import { bareNameKey, looksLikeBusiness, nameKey } from '../../text/names.ts';
import type { ImportField } from '../fields.ts';
import { fitOf, looksLikeCodes } from '../fit.ts';
import type { ColumnSummary } from '../summary.ts';
import type { Candidate, FileGround, TitledColumn } from './candidates.ts';

function share(values: readonly string[], is: (value: string) => boolean): number {
  return values.length === 0 ? 0 : values.filter(is).length / values.length;
}

/** Whether a form of address stands before a name. */
export function hasAddress(value: string): boolean {
  return bareNameKey(value) !== nameKey(value);
}

/** A form of address before it, or two to four words that all begin with a capital. */
export function isSomebody(value: string): boolean {
  if (hasAddress(value) || looksLikeBusiness(value)) return true;
  const words = value.trim().split(/\s+/);
  return (
    words.length >= 2 &&
    words.length <= 4 &&
    words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word))
  );
}

function isWords(summary: ColumnSummary): boolean {
  return summary.filled > 0 && summary.words > summary.filled * 0.8 && !looksLikeCodes(summary);
}

/**
 * What columns without any titles may be by their words: who bought, from how people are called or from
 * the phone number beside it, and what was bought, beside quantity and price. Each is to be checked.
 */
export function untitledCandidates(
  columns: readonly TitledColumn[],
  { line }: FileGround,
): Candidate[] {
  const isPhone = (at: number): boolean => {
    const summary = columns[at]?.summary;
    return summary !== undefined && fitOf('customer.phone', summary) === 1;
  };
  return columns.flatMap(({ column, summary }): Candidate[] => {
    if (!isWords(summary)) return [];
    const candidate = (field: ImportField, score: number): Candidate => {
      return { column, field, score, fit: fitOf(field, summary), exact: false, ground: 'values' };
    };
    const somebody = share(summary.values, isSomebody);
    const isBesidePhone = isPhone(column + 1);
    const found: Candidate[] = [];
    if (somebody >= 0.5 || isBesidePhone) {
      found.push(candidate('customer.name', 0.25 + 0.2 * somebody + (isBesidePhone ? 0.1 : 0)));
    }
    if (line === null) return found;
    const isBesideLine = Object.values(line).includes(column + 1);
    found.push(candidate('product.name', 0.3 - 0.1 * somebody + (isBesideLine ? 0.1 : 0)));
    // Who bought stands before what was bought.
    if (found.length === 1 && !isBesideLine && column < line.quantity) {
      found.push(candidate('customer.name', 0.25));
    }
    return found;
  });
}
