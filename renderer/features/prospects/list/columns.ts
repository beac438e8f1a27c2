import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/components/list/column.ts';
import type { ProspectRow, ProspectSort } from '#shared/contract/prospects/prospects.ts';
import {
  ChanceCell,
  DaysCell,
  ExpectedCell,
  StageCell,
  StepCell,
  WhatCell,
  WorthCell,
} from './cells.tsx';

/** The list's columns in their order; those that give way where there is little room say so. */
const COLUMNS = [
  { name: 'what', track: 'minmax(12rem, 2fr)', sort: 'newest', Cell: WhatCell },
  { name: 'stage', track: '9rem', Cell: StageCell },
  { name: 'worth', track: '8.5rem', isNumber: true, sort: 'worth', Cell: WorthCell },
  { name: 'chance', track: '6rem', isNumber: true, sort: 'chance', Cell: ChanceCell },
  {
    name: 'expected',
    track: '8rem',
    sort: 'expected',
    ascendsFirst: true,
    Cell: ExpectedCell,
    givesWay: true,
  },
  { name: 'step', track: 'minmax(11rem, 1fr)', sort: 'step', ascendsFirst: true, Cell: StepCell },
  { name: 'days', track: '7rem', isNumber: true, sort: 'days', Cell: DaysCell, givesWay: true },
] as const;
const NARROW_REM = 56;

/** The columns of prospects for a width, with their titles. */
export function useProspectColumns(): (
  widthRem: number,
) => readonly Column<ProspectRow, ProspectSort>[] {
  const { t } = useTranslation();
  return useCallback(
    (widthRem) =>
      COLUMNS.filter((column) => widthRem > NARROW_REM || !('givesWay' in column)).map(
        (column) => ({ ...column, title: t(`prospects.column.${column.name}`) }),
      ),
    [t],
  );
}
