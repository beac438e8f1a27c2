import { create } from 'zustand';

export type ComplaintOrder = 'due' | 'age' | 'newest';
type ComplaintView = 'list' | 'board';

interface ComplaintListState {
  readonly view: ComplaintView;
  readonly order: ComplaintOrder;
  /** Names of products and customers chosen in filters, which the address knows by number alone. */
  readonly names: Readonly<Record<string, string>>;
  setView(view: ComplaintView): void;
  setOrder(order: ComplaintOrder): void;
  remember(key: string, name: string): void;
}

/** How the queue is looked at; what it shows is in the address. */
export const useComplaintList = create<ComplaintListState>()((set) => ({
  view: 'list',
  order: 'due',
  names: {},
  setView: (view) => set({ view }),
  setOrder: (order) => set({ order }),
  remember: (key, name) => set(({ names }) => ({ names: { ...names, [key]: name } })),
}));
