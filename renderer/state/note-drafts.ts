import { create } from 'zustand';
import type { NoteRow } from '#shared/contract/notes/notes.ts';

/** What is being written, with what it is pinned to by name. */
export interface NoteDraft extends Pick<NoteRow, 'customers' | 'products'> {
  readonly title: string;
  readonly text: string;
  readonly causes: readonly string[];
}

interface DraftsState {
  readonly drafts: Readonly<Record<string, NoteDraft>>;
  /** Null: it was saved, or let go of. */
  keep(key: string, draft: NoteDraft | null): void;
}

/** How-tos that were begun and not saved, by where they were begun: found again when one comes back there. */
export const useNoteDrafts = create<DraftsState>()((set) => ({
  drafts: {},
  keep: (key, draft) =>
    set(({ drafts }) => {
      const { [key]: _, ...others } = drafts;
      return { drafts: draft === null ? others : { ...others, [key]: draft } };
    }),
}));
