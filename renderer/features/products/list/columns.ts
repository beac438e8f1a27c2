import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '#renderer/components/list/column.ts';
import type { ProductRow, ProductSort } from '#shared/contract/products/list.ts';
import { CostCell, LastSoldCell, NameCell, PriceCell, RevenueCell, SoldCell } from './cells.tsx';

/** The list's columns in their order; those that give way where there is little room say so. */
const COLUMNS = [
  { name: 'name', track: 'minmax(12rem, 1fr)', sort: 'name', ascendsFirst: true, Cell: NameCell },
  { name: 'price', track: '8.5rem', isNumber: true, Cell: PriceCell },
  { name: 'cost', track: '8.5rem', isNumber: true, Cell: CostCell, givesWay: true },
  { name: 'sold', track: '8.5rem', isNumber: true, Cell: SoldCell, givesWay: true },
  { name: 'revenue', track: '9.5rem', isNumber: true, sort: 'revenue', Cell: RevenueCell },
  { name: 'lastSold', track: '9rem', sort: 'lastSold', Cell: LastSoldCell },
] as const;
const NARROW_REM = 52;

/** The columns of products for a width, with their titles. */
export function useProductColumns(): (
  widthRem: number,
) => readonly Column<ProductRow, ProductSort>[] {
  const { t } = useTranslation();
  return useCallback(
    (widthRem) =>
      COLUMNS.filter((column) => widthRem > NARROW_REM || !('givesWay' in column)).map(
        (column) => ({ ...column, title: t(`products.column.${column.name}`) }),
      ),
    [t],
  );
}
