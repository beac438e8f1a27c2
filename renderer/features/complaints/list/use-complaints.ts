import { useEffect } from 'react';
import { lists } from '#renderer/base/lists.ts';
import { type FilterChoice, useFilter } from '#renderer/components/list/use-filter.ts';
import { type Pages, usePages } from '#renderer/data/use-pages.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { type ComplaintOrder, useComplaintList } from '#renderer/state/complaint-list.ts';
import { useNames } from '#renderer/state/names.ts';
import type { ComplaintFilter } from '#shared/contract/complaints-facts.ts';
import type { Output } from '#shared/contract/index.ts';
import { useEveryMinute } from '../use-every-minute.ts';

const NEXT_PAGE = 300;

export type ComplaintChoice = FilterChoice<ComplaintFilter>;

export interface Complaints {
  readonly choice: ComplaintChoice;
  readonly order: ComplaintOrder;
  readonly pages: Pages<'complaints.list'>;
  readonly summary: Output<'complaints.summary'> | undefined;
  /** The summary is still that of the filter before. */
  readonly isCounting: boolean;
  /** What the rows call the product that is filtered by. */
  readonly productName: string | null;
}

/** Names of what the address knows by number alone, from the rows that it leaves. */
function useShownNames(
  { filter }: ComplaintChoice,
  pages: Pages<'complaints.list'>,
): string | null {
  const remember = useNames((state) => state.remember);
  const [first] = pages.rows;
  const { customerId } = filter;
  const customer = first?.customerId === customerId ? first?.customerName : null;
  useEffect(() => {
    if (customerId !== null && customer !== null && customer !== undefined && customer !== '')
      remember(`customer ${customerId}`, customer);
  }, [customerId, customer, remember]);
  return pages.isStale ? null : (first?.product ?? null);
}

/** The complaints that the address asks for, in the order chosen, and how many there are. */
export function useComplaints(): Complaints {
  const choice = useFilter(lists.complaints);
  const { filter } = choice;
  const order = useComplaintList((state) => state.order);
  const pages = usePages('complaints.list', { filter, order }, NEXT_PAGE);
  const { data: summary, isPlaceholderData: isCounting } = useQuery(
    'complaints.summary',
    { filter },
    { keepPrevious: true },
  );
  const productName = useShownNames(choice, pages);
  useEveryMinute(pages.retry);
  return { choice, order, pages, summary, isCounting, productName };
}
