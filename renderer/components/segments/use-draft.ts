import { useRef, useState } from 'react';
import type { ConditionField, SegmentDefinition } from '#shared/contract/segments/conditions.ts';
import {
  type Draft,
  type DraftPart,
  type DraftRow,
  draftOf,
  emptyRow,
  isDraftGroup,
  type NextKey,
} from './draft.ts';

/** Where a new line goes: among who is in, among who is left out, or into a group. */
export type RowPlace = 'parts' | 'without' | { readonly group: number };

export interface DraftChange {
  readonly draft: Draft;
  setMatch(match: Draft['match'], group?: number): void;
  add(place: RowPlace): void;
  addGroup(): void;
  change(row: DraftRow): void;
  pickField(row: DraftRow, field: ConditionField): void;
  /** Takes a line or a group away. */
  remove(key: number): void;
}

/** What a line asks for until its field is chosen: what owners ask for most. */
const FIRST_FIELD = 'lastPurchase';

function inParts(
  parts: readonly DraftPart[],
  each: (row: DraftRow) => DraftRow | null,
): DraftPart[] {
  const rowsOf = (rows: readonly DraftRow[]) => rows.flatMap((row) => each(row) ?? []);
  return parts.flatMap((part): DraftPart[] => {
    if (!isDraftGroup(part)) return rowsOf([part]);
    const rows = rowsOf(part.rows);
    return rows.length === 0 ? [] : [{ ...part, rows }];
  });
}

function everyRow(draft: Draft, each: (row: DraftRow) => DraftRow | null): Draft {
  return {
    ...draft,
    parts: inParts(draft.parts, each),
    without: draft.without.flatMap((row) => each(row) ?? []),
  };
}

function withRow(draft: Draft, place: RowPlace, row: DraftRow): Draft {
  if (place === 'without') return { ...draft, without: [...draft.without, row] };
  if (place === 'parts') return { ...draft, parts: [...draft.parts, row] };
  const parts = draft.parts.map((part) =>
    isDraftGroup(part) && part.key === place.group ? { ...part, rows: [...part.rows, row] } : part,
  );
  return { ...draft, parts };
}

/** The lines of a segment while they are written. */
export function useDraft(start: SegmentDefinition): DraftChange {
  const last = useRef(0);
  const next: NextKey = () => {
    last.current += 1;
    return last.current;
  };
  const [draft, setDraft] = useState<Draft>(() => draftOf(start, next));
  return {
    draft,
    setMatch: (match, group) =>
      setDraft((now) => {
        if (group === undefined) return { ...now, match };
        const parts = now.parts.map((part) => (part.key === group ? { ...part, match } : part));
        return { ...now, parts };
      }),
    add: (place) => {
      const row = emptyRow(FIRST_FIELD, next());
      setDraft((now) => withRow(now, place, row));
    },
    addGroup: () => {
      const group = { key: next(), match: 'any' as const, rows: [emptyRow(FIRST_FIELD, next())] };
      setDraft((now) => ({ ...now, parts: [...now.parts, group] }));
    },
    change: (row) => setDraft((now) => everyRow(now, (one) => (one.key === row.key ? row : one))),
    pickField: (row, field) =>
      setDraft((now) =>
        everyRow(now, (one) => (one.key === row.key ? emptyRow(field, row.key) : one)),
      ),
    remove: (key) =>
      setDraft((now) => {
        const rest = everyRow(now, (one) => (one.key === key ? null : one));
        return { ...rest, parts: rest.parts.filter((part) => part.key !== key) };
      }),
  };
}
