import type { CustomerSort } from '#shared/contract/customers/order.ts';
import { createListOrder } from './list-order.ts';

/** How the customer list is ordered; what it shows is in the address. */
export const useCustomerOrder = createListOrder<CustomerSort>('activeRevenue');
