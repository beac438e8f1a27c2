import type { Translate } from '#renderer/base/i18n.ts';
import type { MendExample } from '#shared/contract/imports/mend.ts';
import type { DraftSource } from '#shared/contract/imports-draft.ts';
import type { MendStep } from '#shared/domain/mending/steps.ts';
import { cut } from '../problem-groups.ts';
import { columnName } from '../source-name.ts';

/** The title of a column of a source; all of them where none is named. */
export function stepColumn(t: Translate, source: DraftSource, column: number | null): string {
  const found = column === null ? undefined : source.columns[column];
  return found === undefined ? t('import.mend.allColumns') : columnName(t, found);
}

/** What a step does, in words; `header`: the title of its column. */
export function stepText(t: Translate, header: string, step: MendStep): string {
  if (step.kind === 'fill')
    return t(step.takesBelow ? 'import.mend.fillsBelow' : 'import.mend.fills', { header });
  const { isWhole, ignoresCase } = step;
  const said = { header, from: cut(step.find), to: cut(step.with) };
  const what = step.with === '' ? t('import.mend.isOut', said) : t('import.mend.is', said);
  const how = [
    ...(isWhole ? [t('import.mend.whole')] : []),
    ...(ignoresCase ? [t('import.mend.anyCase')] : []),
  ];
  return how.length === 0 ? what : `${what} (${how.join(', ')})`;
}

/** `rows 3–4 get “05/03/2026” from row 2`. */
export function filledText(t: Translate, { row, lastRow, after, fromRow }: MendExample): string {
  const said = { from: row, to: lastRow, above: fromRow ?? 0, value: cut(after ?? '') };
  return t(row === lastRow ? 'import.mend.rowGets' : 'import.mend.rowsGet', said);
}

/** How many cells the examples stand for. */
export function shownCells(examples: readonly MendExample[]): number {
  return examples.reduce((sum, { row, lastRow }) => sum + lastRow - row + 1, 0);
}
