import { useEffect, useRef, useState } from 'react';
import { create } from 'zustand';
import { useSettings } from '#renderer/data/settings.ts';
import { blankEntry, type Entry, isBlankLine } from './entry.ts';

/** A new sale that was left before it was saved. It is kept while the window is open, and never written. */
export interface EntryDraft {
  readonly id: number;
  /** The shop it was typed for: another one never sees it. */
  readonly shop: string;
  readonly entry: Entry;
}

interface EntryDrafts {
  readonly drafts: readonly EntryDraft[];
  keep(draft: EntryDraft): void;
  drop(id: number): void;
}

const useDrafts = create<EntryDrafts>()((set) => ({
  drafts: [],
  keep: (draft) =>
    set(({ drafts }) => ({ drafts: [...drafts.filter(({ id }) => id !== draft.id), draft] })),
  drop: (id) => set(({ drafts }) => ({ drafts: drafts.filter((one) => one.id !== id) })),
}));

/** What somebody typed of a sale: the day, the way of paying and empty lines say nothing yet. */
function typedOf({ lines, method: _, soldOn: __, ...entry }: Entry): string {
  const filled = lines.filter((line) => !isBlankLine(line)).map(({ key: ___, ...line }) => line);
  return JSON.stringify({ ...entry, lines: filled });
}

let lastId = 0;

interface Form {
  readonly entry: Entry;
  readonly initial: Entry;
  readonly isNew: boolean;
  /** The draft that is gone on with. */
  readonly draft: EntryDraft | null;
}

/** Keeps a new sale that is left half-typed; one that was saved, cleared or never begun is none. Returns its id. */
export function useKeepDraft({ entry, initial, isNew, draft }: Form): number {
  const { dataFolder } = useSettings();
  const [id] = useState(() => {
    if (draft !== null) return draft.id;
    lastId += 1;
    return lastId;
  });
  const latest = useRef(entry);
  useEffect(() => {
    latest.current = entry;
  });
  const { keep, drop } = useDrafts.getState();
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the screen is left, with what it then holds
  useEffect(() => {
    const begun = typedOf(initial);
    return () => {
      const typed = typedOf(latest.current);
      const isNothing = typed === typedOf(blankEntry(latest.current.soldOn));
      const isAsOffered = draft === null && typed === begun;
      if (!isNew || isNothing || isAsOffered) return drop(id);
      keep({ id, shop: dataFolder, entry: latest.current });
    };
  }, []);
  return id;
}

/** Sales of this shop that were left half-typed, besides the one that is being typed, and how to let one go. */
export function useEntryDrafts(current: number) {
  const { dataFolder } = useSettings();
  const { drafts, keep, drop } = useDrafts();
  return {
    drafts: drafts.filter(({ id, shop }) => id !== current && shop === dataFolder),
    keep,
    drop,
  };
}
