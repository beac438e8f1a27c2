import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/components/list/column.ts';
import type { ComplaintRow } from '#shared/contract/complaints-page.ts';
import { AgeCell, ClockCell, SeverityCell, StateCell, WhatCell } from './cells.tsx';

/** The list's columns in their order, with their widths where there is room and where there is little. */
const COLUMNS = [
  { name: 'what', wide: 'minmax(14rem, 1fr)', narrow: 'minmax(10rem, 1fr)', Cell: WhatCell },
  { name: 'severity', wide: '5.5rem', narrow: '5.25rem', Cell: SeverityCell },
  { name: 'clock', wide: 'minmax(12rem, 18.5rem)', narrow: '13rem', Cell: ClockCell },
  { name: 'age', wide: '7.5rem', narrow: '6.25rem', Cell: AgeCell },
  { name: 'state', wide: '9.5rem', narrow: '9rem', Cell: StateCell },
] as const;
const NARROW_REM = 50;

/** The columns of complaints for a width, with their titles. */
export function useComplaintColumns(): (widthRem: number) => readonly Column<ComplaintRow>[] {
  const { t } = useTranslation();
  return useCallback(
    (widthRem) =>
      COLUMNS.map(({ name, wide, narrow, Cell }) => ({
        name,
        title: t(`complaint.column.${name}`),
        track: widthRem > NARROW_REM ? wide : narrow,
        Cell,
      })),
    [t],
  );
}
