import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/components/list/column.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { AmountCell, DeedCell, DeletedCell, GoesCell, WhatCell } from './cells.tsx';
import type { ListedTrash } from './use-trash.ts';

/** The list's columns in their order; those that give way where there is little room say so. */
const COLUMNS = [
  { name: 'what', track: 'minmax(14rem, 2fr)', Cell: WhatCell },
  { name: 'amount', track: '9rem', isNumber: true, Cell: AmountCell, givesWay: true },
  { name: 'deleted', track: '8rem', Cell: DeletedCell },
  { name: 'goes', track: '8rem', Cell: GoesCell },
  { name: 'deed', track: 'minmax(13rem, 1fr)', Cell: DeedCell },
] as const;
const NARROW_REM = 50;

/** The columns of the trash for a width, with their titles. */
export function useTrashColumns(): (widthRem: number) => readonly Column<ListedTrash>[] {
  const { t } = useTranslation();
  const goes = useSettings().settings.trashDays !== null;
  return useCallback(
    (widthRem) =>
      COLUMNS.filter((column) => widthRem > NARROW_REM || !('givesWay' in column))
        .filter(({ name }) => goes || name !== 'goes')
        .map((column) => ({ ...column, title: t(`trash.column.${column.name}`) })),
    [t, goes],
  );
}
