import { lists } from '#renderer/base/lists.ts';
import { type FilterChoice, useFilter } from '#renderer/components/list/use-filter.ts';
import { type Pages, usePages } from '#renderer/data/use-pages.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { ListOrder } from '#renderer/state/list-order.ts';
import { useProductOrder } from '#renderer/state/product-list.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ProductFilter, ProductSort } from '#shared/contract/products/list.ts';

const NEXT_PAGE = 500;

export type ProductChoice = FilterChoice<ProductFilter>;

export interface Products {
  readonly choice: ProductChoice;
  readonly order: ListOrder<ProductSort>;
  readonly pages: Pages<'products.list'>;
  readonly summary: Output<'products.summary'> | undefined;
  /** The summary is still that of the filter before. */
  readonly isCounting: boolean;
}

/** The products that the address asks for, in the order chosen, and how many they are. */
export function useProducts(): Products {
  const choice = useFilter(lists.products);
  const { filter } = choice;
  const order = useProductOrder();
  const { sort, descending } = order;
  const pages = usePages('products.list', { filter, order: { sort, descending } }, NEXT_PAGE);
  const { data: summary, isPlaceholderData: isCounting } = useQuery(
    'products.summary',
    { filter },
    { keepPrevious: true },
  );
  return { choice, order, pages, summary, isCounting };
}
