import { useState } from 'react';
import type { CustomerRow } from '#shared/contract/customers.ts';
import type { CustomerId } from '#shared/ids.ts';

/** Most customers that one command takes. */
export const MOST_SELECTED = 1000;

export interface Selection {
  readonly picked: ReadonlyMap<CustomerId, CustomerRow>;
  toggle(row: CustomerRow): void;
  /** Adds rows, up to the most that a command takes. */
  add(rows: readonly CustomerRow[]): void;
  clear(): void;
}

/** The customers picked in the list. */
export function useSelection(): Selection {
  const [picked, setPicked] = useState<ReadonlyMap<CustomerId, CustomerRow>>(new Map());
  const add = (rows: readonly CustomerRow[]) =>
    setPicked((before) => {
      const next = new Map(before);
      for (const row of rows) if (next.size < MOST_SELECTED) next.set(row.id, row);
      return next;
    });
  const toggle = (row: CustomerRow) =>
    setPicked((before) => {
      const next = new Map(before);
      if (!next.delete(row.id) && next.size < MOST_SELECTED) next.set(row.id, row);
      return next;
    });
  return { picked, toggle, add, clear: () => setPicked(new Map()) };
}
