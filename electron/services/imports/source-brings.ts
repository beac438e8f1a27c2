import type { DraftSource } from '#shared/contract/imports-draft.ts';
import { fieldKey } from '#shared/domain/own-fields/own-fields.ts';
import type { ColumnState, SourceRole, SourceState } from './draft-store.ts';
import { kindsOf, lacksOf } from './plan/row-kinds.ts';

/** What a source brings by the fields its columns become. */
export function bringsOf(
  columns: readonly ColumnState[],
  role: SourceRole | null = null,
): DraftSource['brings'] {
  return kindsOf(columns, role).map((kind) => kind.name);
}

const MONEY: ReadonlySet<string> = new Set(['sale.total', 'line.amount', 'line.unitPrice']);

/** What keeps columns from being kept as fields of the customer: two as one, or one without a name. */
function ownBlockers(columns: readonly ColumnState[]): string[] {
  const keys = columns.flatMap(({ own }) => (own === null ? [] : [fieldKey(own.name)]));
  return [
    ...(keys.includes('') ? ['own-nameless'] : []),
    ...(new Set(keys).size < keys.length ? ['own-twice'] : []),
  ];
}

/** What keeps a source from being checked, as keys of the locale's `blocker.*`. */
export function blockersOf({
  columns,
  rows,
  chat,
  role = null,
}: Pick<SourceState, 'columns' | 'rows' | 'chat' | 'role'>): string[] {
  // Before it is known who is who, nothing else is worth asking.
  if (chat !== null && chat.with === null) return ['chat-with-missing'];
  const blockers: string[] = [];
  if (columns.some((column) => column.question !== null)) blockers.push('question-open');
  blockers.push(...ownBlockers(columns));
  if (rows === 0) blockers.push('no-rows');
  else if (kindsOf(columns, role).length === 0) blockers.push('nothing-to-take');
  // An empty column of money is as good as none.
  const filled = columns.filter((column) => column.filled > 0 || !MONEY.has(column.field));
  // What orders or their lines lack stands in the other file.
  const lacks = role === null ? lacksOf(rows === 0 ? columns : filled) : [];
  const isUncalculated = columns.some((column) => column.because === 'formulas');
  const isMissed = isUncalculated && blockers.length + lacks.length > 0;
  return [...blockers, ...(isMissed ? ['formulas-not-calculated'] : []), ...lacks];
}
