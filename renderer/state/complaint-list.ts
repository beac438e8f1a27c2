import { create } from 'zustand';

export type ComplaintOrder = 'due' | 'age' | 'newest';
type ComplaintView = 'list' | 'board';

interface ComplaintListState {
  readonly view: ComplaintView;
  readonly order: ComplaintOrder;
  setView(view: ComplaintView): void;
  setOrder(order: ComplaintOrder): void;
}

/** How the queue is looked at; what it shows is in the address. */
export const useComplaintList = create<ComplaintListState>()((set) => ({
  view: 'list',
  order: 'due',
  setView: (view) => set({ view }),
  setOrder: (order) => set({ order }),
}));
