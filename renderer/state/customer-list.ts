import { create } from 'zustand';
import type { CustomerFilter, CustomerSort } from '#shared/contract/customers.ts';

/** What the customer list shows when nothing is chosen: everybody. */
export const EVERYBODY: CustomerFilter = {
  search: '',
  layers: [],
  tags: [],
  city: null,
  importId: null,
  clvFromMinor: null,
  clvToMinor: null,
};

interface CustomerListState {
  readonly filter: CustomerFilter;
  readonly sort: CustomerSort;
  readonly descending: boolean;
  /** Row that has the keyboard, kept so that going back finds the same place. */
  readonly cursor: number;
  setFilter(part: Partial<CustomerFilter>): void;
  /** Replaces the whole filter: for *Who are they* of another screen. */
  showOnly(part: Partial<CustomerFilter>): void;
  setOrder(sort: CustomerSort, descending: boolean): void;
  setCursor(row: number): void;
}

/** Filter, order and place of the customer list, so that it is the same when one comes back to it. */
export const useCustomerList = create<CustomerListState>()((set) => ({
  filter: EVERYBODY,
  sort: 'activeRevenue',
  descending: true,
  cursor: 0,
  setFilter: (part) => set(({ filter }) => ({ filter: { ...filter, ...part }, cursor: 0 })),
  showOnly: (part) => set({ filter: { ...EVERYBODY, ...part }, cursor: 0 }),
  setOrder: (sort, descending) => set({ sort, descending, cursor: 0 }),
  setCursor: (cursor) => set({ cursor }),
}));
