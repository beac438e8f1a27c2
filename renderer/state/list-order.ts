import { create, type StoreApi, type UseBoundStore } from 'zustand';

/** What a list is ordered by. */
export interface ListOrder<S extends string> {
  readonly sort: S;
  readonly descending: boolean;
  setOrder(sort: S, descending: boolean): void;
}

/** A list's order until the window closes: the largest of `sort` on top, until another is chosen. */
export function createListOrder<S extends string>(sort: S): UseBoundStore<StoreApi<ListOrder<S>>> {
  return create<ListOrder<S>>()((set) => ({
    sort,
    descending: true,
    setOrder: (next, descending) => set({ sort: next, descending }),
  }));
}
