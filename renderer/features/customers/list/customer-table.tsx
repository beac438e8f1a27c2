import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import type { Selection } from '#renderer/components/list/use-selection.ts';
import { VirtualGrid } from '#renderer/components/list/virtual-grid.tsx';
import type { CustomerRow } from '#shared/contract/customers.ts';
import { type ColumnChoice, useFittingColumns } from './use-columns.ts';
import type { Customers } from './use-customers.ts';

const ROW_REM = 2.125;

interface Props {
  readonly customers: Customers;
  readonly columns: ColumnChoice;
  readonly selection: Selection<CustomerRow>;
  readonly focusRef: RefObject<HTMLDivElement | null>;
}

/** A line a customer, in the columns that there is room for. */
export function CustomerTable({ customers, columns, selection, focusRef }: Props) {
  const { t } = useTranslation();
  const go = useGo();
  const fitting = useFittingColumns(columns);
  const { choice, order, pages, summary } = customers;
  return (
    <VirtualGrid
      name="customers"
      label={t('customers.tableLabel')}
      shows={`${choice.address} ${order.sort} ${order.descending}`}
      pages={pages}
      counted={summary?.count}
      rowRem={ROW_REM}
      columns={fitting}
      order={order}
      selection={selection}
      focusRef={focusRef}
      onWidth={columns.onWidth}
      onOpen={({ id }) => go({ customer: id })}
    />
  );
}
