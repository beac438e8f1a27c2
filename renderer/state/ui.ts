import { create } from 'zustand';

interface UiState {
  /** Files dropped anywhere in the window, until the import has taken them. */
  readonly droppedFiles: readonly File[];
  dropFiles(files: readonly File[]): void;
  /** Hands the dropped files over and forgets them. */
  takeDroppedFiles(): readonly File[];
  readonly isNewCustomerOpen: boolean;
  setNewCustomerOpen(isOpen: boolean): void;
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
}));
