import type { DraftSource } from '#shared/contract/imports-draft.ts';
import type { ColumnState, SourceState } from './draft-store.ts';
import { kindsOf, lacksOf } from './plan/row-kinds.ts';

/** What a source brings by the fields its columns become. */
export function bringsOf(columns: readonly ColumnState[]): DraftSource['brings'] {
  return kindsOf(columns).map((kind) => kind.name);
}

/** What keeps a source from being checked, as keys of the locale's `blocker.*`. */
export function blockersOf({ columns, rows }: Pick<SourceState, 'columns' | 'rows'>): string[] {
  const blockers: string[] = [];
  if (columns.some((column) => column.question !== null)) blockers.push('question-open');
  if (rows === 0) blockers.push('no-rows');
  else if (kindsOf(columns).length === 0) blockers.push('nothing-to-take');
  return [...blockers, ...lacksOf(columns)];
}
