import type { ProspectSort } from '#shared/contract/prospects/prospects.ts';
import { createListOrder } from './list-order.ts';

/** How the list of prospects is ordered; what it shows is in the address. */
export const useProspectOrder = createListOrder<ProspectSort>('newest');
