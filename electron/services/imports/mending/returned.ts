import { en, id } from '#shared/locale/index.ts';
import type { SourceState } from '../draft-store.ts';

const titles: ReadonlySet<string> = new Set([en, id].map((each) => each.import.wrongRows.reason));
const reasons: ReadonlySet<string> = new Set(
  [en, id].flatMap(({ problem }) => Object.values(problem)),
);

/**
 * Whether the rows are wrong ones of an import as the app itself has saved them, with the reason behind
 * each: they have been changed already, and what stood between them is not there.
 */
export function isReturned({ columns }: Pick<SourceState, 'columns'>): boolean {
  const last = columns.findLast(({ header }) => header !== '');
  if (last === undefined || !titles.has(last.header)) return false;
  // A list of the owner may have reasons of its own: these become something.
  return last.field === 'ignore' || last.samples.some((sample) => reasons.has(sample));
}
