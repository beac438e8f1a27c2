import { useEffect, useState } from 'react';
import { lists } from '#renderer/base/lists.ts';
import { type FilterChoice, useFilter } from '#renderer/components/list/use-filter.ts';
import { type Pages, usePages } from '#renderer/data/use-pages.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useNames } from '#renderer/state/names.ts';
import type { Output } from '#shared/contract/index.ts';
import type { SaleFilter, SaleOrder } from '#shared/contract/sales.ts';

const NEXT_PAGE = 300;

export type SaleChoice = FilterChoice<SaleFilter>;

export interface Sales {
  readonly choice: SaleChoice;
  readonly order: SaleOrder;
  setOrder(order: SaleOrder): void;
  readonly pages: Pages<'sales.list'>;
  readonly summary: Output<'sales.summary'> | undefined;
  /** The summary is still that of the filter before. */
  readonly isCounting: boolean;
}

/** The sales that the address asks for, in the order chosen, and what they come to. */
export function useSales(): Sales {
  const choice = useFilter(lists.sales);
  const { filter } = choice;
  const [order, setOrder] = useState<SaleOrder>('newest');
  const pages = usePages('sales.list', { filter, order }, NEXT_PAGE);
  const { data: summary, isPlaceholderData: isCounting } = useQuery(
    'sales.summary',
    { filter },
    { keepPrevious: true },
  );
  const remember = useNames((state) => state.remember);
  const [first] = pages.rows;
  const name = first?.customerId === filter.customerId ? first.customerName : null;
  useEffect(() => {
    if (filter.customerId !== null && name !== null && name !== '')
      remember(`customer ${filter.customerId}`, name);
  }, [filter.customerId, name, remember]);
  return { choice, order, setOrder, pages, summary, isCounting };
}
