import { create } from 'zustand';
import type { CustomerId } from '#shared/ids.ts';

interface UiState {
  /** Files dropped anywhere in the window, until the import has taken them. */
  readonly droppedFiles: readonly File[];
  dropFiles(files: readonly File[]): void;
  /** Hands the dropped files over and forgets them. */
  takeDroppedFiles(): readonly File[];
  readonly isNewCustomerOpen: boolean;
  setNewCustomerOpen(isOpen: boolean): void;
  readonly isKeysOpen: boolean;
  setKeysOpen(isOpen: boolean): void;
  /** The page that is shown, explained beside it. */
  readonly isHelpOpen: boolean;
  setHelpOpen(isOpen: boolean): void;
  /** The form for a new complaint: closed, or open for a customer (null: nobody chosen yet). */
  readonly newComplaint: 'closed' | { readonly customerId: CustomerId | null };
  openNewComplaint(customerId: CustomerId | null): void;
  closeNewComplaint(): void;
}

/** What only the window knows. Nothing of the shop's data is ever kept here. */
export const useUi = create<UiState>()((set, get) => ({
  droppedFiles: [],
  dropFiles: (files) => set({ droppedFiles: files }),
  takeDroppedFiles: () => {
    const files = get().droppedFiles;
    if (files.length > 0) set({ droppedFiles: [] });
    return files;
  },
  isNewCustomerOpen: false,
  setNewCustomerOpen: (isOpen) => set({ isNewCustomerOpen: isOpen }),
  isKeysOpen: false,
  setKeysOpen: (isOpen) => set({ isKeysOpen: isOpen }),
  isHelpOpen: false,
  setHelpOpen: (isOpen) => set({ isHelpOpen: isOpen }),
  newComplaint: 'closed',
  openNewComplaint: (customerId) => set({ newComplaint: { customerId } }),
  closeNewComplaint: () => set({ newComplaint: 'closed' }),
}));
