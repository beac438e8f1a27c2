import type { Cell } from '#shared/domain/cell.ts';
import type { ExportRows } from './table.ts';

/** Walks rows that may come at once or over time, one row ahead, and lets go of their source. */
export class RowCursor {
  readonly #iterator: Iterator<readonly Cell[]> | AsyncIterator<readonly Cell[]>;
  #next: readonly Cell[] | undefined;
  #hasPeeked = false;

  constructor(rows: ExportRows) {
    this.#iterator =
      Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  }

  /** The next row without taking it; undefined at the end. */
  async peek(): Promise<readonly Cell[] | undefined> {
    if (!this.#hasPeeked) await this.#load();
    return this.#next;
  }

  /** Up to `count` rows; fewer only at the end. */
  async take(count: number): Promise<(readonly Cell[])[]> {
    const rows: (readonly Cell[])[] = [];
    if (count <= 0) return rows;
    if (this.#hasPeeked) {
      this.#hasPeeked = false;
      if (this.#next === undefined) return rows;
      rows.push(this.#next);
    }
    while (rows.length < count) {
      // Awaiting only what is a promise: a synchronous source is read without a turn for each row.
      const step = this.#iterator.next();
      const result = step instanceof Promise ? await step : step;
      if (result.done === true) {
        this.#next = undefined;
        this.#hasPeeked = true;
        break;
      }
      rows.push(result.value);
    }
    return rows;
  }

  /** Closes the source, an open database read for one. */
  async close(): Promise<void> {
    await this.#iterator.return?.();
  }

  async #load(): Promise<void> {
    const result = await this.#iterator.next();
    this.#next = result.done === true ? undefined : result.value;
    this.#hasPeeked = true;
  }
}
