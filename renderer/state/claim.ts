import { create } from 'zustand';
import type { CustomerId } from '#shared/ids.ts';

interface ClaimState {
  readonly isOpen: boolean;
  /** Known already: the first step is done. */
  readonly customerId: CustomerId | null;
  /** The sold thing, where that is known too: the second step is done. */
  readonly saleLineId: number | null;
  /** Opens the claim dialog from anywhere; null: it begins by asking who it is. */
  openClaim(customerId: CustomerId | null, saleLineId?: number): void;
  closeClaim(): void;
}

/** Whether a claim is being written down, and what is known when it begins. */
export const useClaim = create<ClaimState>()((set) => ({
  isOpen: false,
  customerId: null,
  saleLineId: null,
  openClaim: (customerId, saleLineId) =>
    set({ isOpen: true, customerId, saleLineId: saleLineId ?? null }),
  closeClaim: () => set({ isOpen: false, customerId: null, saleLineId: null }),
}));
