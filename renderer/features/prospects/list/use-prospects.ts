import { lists } from '#renderer/base/lists.ts';
import { type FilterChoice, useFilter } from '#renderer/components/list/use-filter.ts';
import { type Pages, usePages } from '#renderer/data/use-pages.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { ListOrder } from '#renderer/state/list-order.ts';
import { useProspectOrder } from '#renderer/state/prospect-list.ts';
import type {
  ProspectFilter,
  ProspectSort,
  ProspectSums,
} from '#shared/contract/prospects/prospects.ts';

const NEXT_PAGE = 500;

export interface Prospects {
  readonly choice: FilterChoice<ProspectFilter>;
  readonly order: ListOrder<ProspectSort>;
  readonly pages: Pages<'prospects.list'>;
  readonly sums: ProspectSums | undefined;
  /** The sums are still those of the filter before. */
  readonly isCounting: boolean;
}

/** The prospects that the address asks for, in the order chosen, and what they come to. */
export function useProspects(): Prospects {
  const choice = useFilter(lists.prospects);
  const { filter } = choice;
  const order = useProspectOrder();
  const { sort, descending } = order;
  const pages = usePages('prospects.list', { filter, order: { sort, descending } }, NEXT_PAGE);
  const { data, isPlaceholderData: isCounting } = useQuery(
    'prospects.list',
    { filter, limit: 1 },
    { keepPrevious: true },
  );
  return { choice, order, pages, sums: data?.sums, isCounting };
}
