import { create } from 'zustand';

type ComplaintOrder = 'due' | 'age' | 'newest';
type ComplaintView = 'list' | 'board';

interface ComplaintListState {
  readonly view: ComplaintView;
  readonly order: ComplaintOrder;
  /** Row that has the keyboard, kept so that going back finds the same place. */
  readonly cursor: number;
  /** Names of products and customers chosen in filters, which the address knows by number alone. */
  readonly names: Readonly<Record<string, string>>;
  setView(view: ComplaintView): void;
  setOrder(order: ComplaintOrder): void;
  setCursor(row: number): void;
  remember(key: string, name: string): void;
}

/** How the queue is looked at; what it shows is in the address. */
export const useComplaintList = create<ComplaintListState>()((set) => ({
  view: 'list',
  order: 'due',
  cursor: 0,
  names: {},
  setView: (view) => set({ view }),
  setOrder: (order) => set({ order, cursor: 0 }),
  setCursor: (cursor) => set({ cursor }),
  remember: (key, name) => set(({ names }) => ({ names: { ...names, [key]: name } })),
}));
