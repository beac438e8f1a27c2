import { lists } from '#renderer/base/lists.ts';
import { type FilterChoice, useFilter } from '#renderer/components/list/use-filter.ts';
import { type Pages, usePages } from '#renderer/data/use-pages.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useCustomerOrder } from '#renderer/state/customer-list.ts';
import type { ListOrder } from '#renderer/state/list-order.ts';
import type { CustomerSort } from '#shared/contract/customers/order.ts';
import { type CustomerFilter, isReckoned } from '#shared/contract/customers.ts';
import type { Output } from '#shared/contract/index.ts';

const NEXT_PAGE = 500;

export interface Customers {
  readonly choice: FilterChoice<CustomerFilter>;
  readonly order: ListOrder<CustomerSort>;
  readonly pages: Pages<'customers.list'>;
  readonly summary: Output<'customers.summary'> | undefined;
  /** The summary is still that of the filter before. */
  readonly isCounting: boolean;
}

/** The customers that the address asks for, in the order chosen, and what they come to. */
export function useCustomers(): Customers {
  const choice = useFilter(lists.customers);
  const { filter } = choice;
  const order = useCustomerOrder();
  const { sort, descending } = order;
  const channel = isReckoned(filter, sort) ? 'customers.reckoned' : 'customers.list';
  const pages = usePages(channel, { filter, order: { sort, descending } }, NEXT_PAGE);
  const { data: summary, isPlaceholderData: isCounting } = useQuery(
    'customers.summary',
    { filter },
    { keepPrevious: true },
  );
  return { choice, order, pages, summary, isCounting };
}
