import { useCallback, useEffect, useRef, useState } from 'react';
import { invoke } from '#renderer/data/client.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { SaleDraft, TypedSale } from '#shared/contract/sales/drafts.ts';
import type { AppError } from '#shared/errors.ts';
import { blankEntry, blankLine, type Entry, isBlankLine } from './entry.ts';

/** What is typed of a sale, without what belongs to the screen alone. */
function toTyped(entry: Entry): TypedSale {
  const filled = entry.lines.filter((line) => !isBlankLine(line));
  return { ...entry, lines: filled.map(({ key: _, id: __, ...line }) => line) };
}

/** A half-typed sale back in its fields. */
export function toEntry({ sale }: SaleDraft): Entry {
  return { ...sale, lines: sale.lines.map((line) => ({ ...blankLine(), ...line })) };
}

/** What somebody typed of a sale: the day, the way of paying and empty lines say nothing yet. */
function typedOf(entry: Entry): string {
  const { method: _, soldOn: __, ...typed } = toTyped(entry);
  return JSON.stringify(typed);
}

let lastId = 0;

/** No draft of this shop has it, and none that was begun in this window. */
function nextId(kept: readonly SaleDraft[]): number {
  lastId = Math.max(lastId, ...kept.map(({ id }) => id)) + 1;
  return lastId;
}

interface Form {
  readonly entry: Entry;
  readonly initial: Entry;
  readonly isNew: boolean;
  /** How many sales were begun in these fields before. */
  readonly begun: number;
  /** The draft that is gone on with. */
  readonly draft: SaleDraft | null;
}

const keepAfterMs = 700;

/** Keeps what is in the fields, or lets go of what was kept where they say nothing of their own. */
function useSettle({ entry, initial, isNew, draft }: Form, id: number) {
  const [error, setError] = useState<AppError | null>(null);
  const latest = useRef(entry);
  const begun = useRef(typedOf(initial));
  const kept = useRef(draft === null ? null : typedOf(toEntry(draft)));
  useEffect(() => {
    latest.current = entry;
  });
  const settle = useCallback(() => {
    if (!isNew) return;
    const typed = typedOf(latest.current);
    const isNothing = typed === typedOf(blankEntry(latest.current.soldOn));
    const isAsOffered = draft === null && typed === begun.current;
    const wanted = isNothing || isAsOffered ? null : typed;
    if (wanted === kept.current) return;
    kept.current = wanted;
    const asked =
      wanted === null
        ? invoke('sales.dropDraft', { id })
        : invoke('sales.keepDraft', { draft: { id, sale: toTyped(latest.current) } });
    void asked.then((result) => setError(result.ok ? null : result.error));
  }, [draft, id, isNew]);
  return { settle, error };
}

/**
 * Keeps a new sale in the shop while it is typed, so that it is there again whatever ends the app; one that
 * was saved, cleared or never begun is none. `error`: it could not be kept.
 */
export function useKeepDraft(form: Form): { readonly id: number; readonly error: AppError | null } {
  const { entry, isNew, begun, draft } = form;
  const { data } = useQuery('sales.drafts', {}, { enabled: isNew });
  const [id] = useState(() => draft?.id ?? nextId(data?.drafts ?? []));
  const { settle, error } = useSettle(form, id);
  // biome-ignore lint/correctness/useExhaustiveDependencies: with whatever is typed
  useEffect(() => {
    const timer = setTimeout(settle, keepAfterMs);
    return () => clearTimeout(timer);
  }, [entry, settle]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at once where one was saved or cleared
  useEffect(settle, [begun]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the screen is left
  useEffect(() => settle, []);
  return { id, error };
}

/** Sales of this shop that were left half-typed, besides the one that is being typed. */
export function useOtherDrafts(current: number): readonly SaleDraft[] {
  const { data } = useQuery('sales.drafts', {});
  return (data?.drafts ?? []).filter(({ id }) => id !== current);
}
