import { useLocalStorage } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import type { Column } from '#renderer/components/list/column.ts';
import { useOwnFields } from '#renderer/components/own-fields/use-own-fields.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerSort } from '#shared/contract/customers/order.ts';
import type { CustomerRow } from '#shared/contract/customers.ts';
import {
  type ColumnName,
  type CustomerColumn,
  columnsWith,
  DEFAULT_COLUMNS,
  fittingColumns,
  trackOf,
} from './columns.ts';

export interface ColumnChoice {
  /** All there are. */
  readonly columns: readonly CustomerColumn[];
  /** The least needed first; one that has just been asked for is needed most. */
  readonly chosen: readonly ColumnName[];
  toggle(name: ColumnName): void;
  /** Those of the chosen that the list has no room for now. */
  readonly hidden: readonly ColumnName[];
  onWidth(widthRem: number): void;
}

/** What a column is called; a field that the owner made goes by its own name. */
export function columnTitle(
  t: Translate,
  { name, ownName }: CustomerColumn,
  months: number,
): string {
  return ownName ?? t(`customers.column.${name as 'name'}`, { months });
}

/** Which columns the owner wants to see; remembered on this machine. */
export function useColumnChoice(): ColumnChoice {
  const [names, setNames] = useLocalStorage<readonly ColumnName[]>({
    key: 'langgan.customers.columns',
    defaultValue: DEFAULT_COLUMNS,
    getInitialValueInEffect: false,
  });
  const fields = useOwnFields();
  const { data: programme } = useQuery('loyalty.programme', {});
  const hasPoints = (programme?.rules.length ?? 0) > 0;
  const columns = useMemo(() => columnsWith(fields, hasPoints), [fields, hasPoints]);
  const chosen = useMemo(() => {
    const known = new Set(columns.map(({ name }) => name));
    return names.filter((name) => known.has(name));
  }, [columns, names]);
  const toggle = (name: ColumnName) =>
    setNames(names.includes(name) ? names.filter((one) => one !== name) : [...names, name]);
  const [widthRem, onWidth] = useState(Number.POSITIVE_INFINITY);
  const hidden = useMemo(() => {
    const shown = new Set(fittingColumns(columns, chosen, widthRem).map(({ name }) => name));
    return chosen.filter((name) => !shown.has(name));
  }, [columns, chosen, widthRem]);
  return { columns, chosen, toggle, hidden, onWidth };
}

/** The chosen columns that a width has room for, with their titles. */
export function useFittingColumns({
  columns,
  chosen,
}: Pick<ColumnChoice, 'columns' | 'chosen'>): (
  widthRem: number,
) => readonly Column<CustomerRow, CustomerSort>[] {
  const { t } = useTranslation();
  const months = useSettings().settings.activeMonths;
  return useCallback(
    (widthRem) =>
      fittingColumns(columns, chosen, widthRem).map((column) => ({
        ...column,
        title: columnTitle(t, column, months),
        hint: column.name === 'clv' ? t('customers.clvHint') : undefined,
        track: trackOf(column),
      })),
    [columns, chosen, months, t],
  );
}
