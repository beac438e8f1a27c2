import { useLocalStorage } from '@mantine/hooks';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/components/list/column.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { CustomerRow, CustomerSort } from '#shared/contract/customers.ts';
import { COLUMNS, type ColumnName, DEFAULT_COLUMNS, fittingColumns, trackOf } from './columns.ts';

export interface ColumnChoice {
  /** The least needed first; one that has just been asked for is needed most. */
  readonly chosen: readonly ColumnName[];
  toggle(name: ColumnName): void;
  /** Those of the chosen that the list has no room for now. */
  readonly hidden: readonly ColumnName[];
  onWidth(widthRem: number): void;
}

const KNOWN: ReadonlySet<string> = new Set(COLUMNS.map(({ name }) => name));

/** Which columns the owner wants to see; remembered on this machine. */
export function useColumnChoice(): ColumnChoice {
  const [names, setNames] = useLocalStorage<readonly ColumnName[]>({
    key: 'langgan.customers.columns',
    defaultValue: DEFAULT_COLUMNS,
    getInitialValueInEffect: false,
  });
  const chosen = useMemo(() => names.filter((name) => KNOWN.has(name)), [names]);
  const toggle = (name: ColumnName) =>
    setNames(chosen.includes(name) ? names.filter((one) => one !== name) : [...names, name]);
  const [widthRem, onWidth] = useState(Number.POSITIVE_INFINITY);
  const hidden = useMemo(() => {
    const shown = new Set(fittingColumns(chosen, widthRem).map(({ name }) => name));
    return chosen.filter((name) => !shown.has(name));
  }, [chosen, widthRem]);
  return { chosen, toggle, hidden, onWidth };
}

/** The chosen columns that a width has room for, with their titles. */
export function useFittingColumns(
  chosen: readonly ColumnName[],
): (widthRem: number) => readonly Column<CustomerRow, CustomerSort>[] {
  const { t } = useTranslation();
  const months = useSettings().settings.activeMonths;
  return useCallback(
    (widthRem) =>
      fittingColumns(chosen, widthRem).map((column) => ({
        ...column,
        title: t(`customers.column.${column.name}`, { months }),
        hint: column.name === 'clv' ? t('customers.clvHint') : undefined,
        track: trackOf(column),
      })),
    [chosen, months, t],
  );
}
