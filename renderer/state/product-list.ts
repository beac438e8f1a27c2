import type { ProductSort } from '#shared/contract/products/list.ts';
import { createListOrder } from './list-order.ts';

/** How the list of products is ordered; what it shows is in the address. */
export const useProductOrder = createListOrder<ProductSort>('revenue');
