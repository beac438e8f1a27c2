import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/components/list/column.ts';
import type { SaleListRow } from '#shared/contract/sales.ts';
import { BuyerCell, DayCell, PaidCell, TotalCell, WhatCell } from './cells.tsx';

/** The list's columns in their order, with their widths where there is room and where there is little. */
const COLUMNS = [
  { name: 'day', wide: '8rem', narrow: '6.5rem', Cell: DayCell },
  { name: 'what', wide: 'minmax(14rem, 2fr)', narrow: 'minmax(10rem, 2fr)', Cell: WhatCell },
  { name: 'buyer', wide: 'minmax(11rem, 1fr)', narrow: 'minmax(8rem, 1fr)', Cell: BuyerCell },
  { name: 'total', wide: '9.5rem', narrow: '8.5rem', Cell: TotalCell, isNumber: true },
  { name: 'paid', wide: '9.5rem', narrow: '7.5rem', Cell: PaidCell },
] as const;
const NARROW_REM = 50;

/** The columns of sales for a width, with their titles. */
export function useSaleColumns(): (widthRem: number) => readonly Column<SaleListRow>[] {
  const { t } = useTranslation();
  return useCallback(
    (widthRem) =>
      COLUMNS.map(({ name, wide, narrow, ...column }) => ({
        ...column,
        name,
        title: t(`sales.column.${name}`),
        track: widthRem > NARROW_REM ? wide : narrow,
      })),
    [t],
  );
}
