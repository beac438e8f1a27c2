import type { LastIds } from '#db/queries/imports/shop-state.ts';
import type { PlannedTable } from '#db/table-facts.ts';

/** Gives out the ids of planned rows: those the shop would give out next. */
export class NextIds {
  readonly #last: Record<PlannedTable, number>;

  constructor(last: LastIds) {
    this.#last = { ...last };
  }

  of(table: PlannedTable): number {
    this.#last[table] += 1;
    return this.#last[table];
  }
}
