import { readBlocks, type Staging } from '#db/staging/staging.ts';
import { breathe, type SourceState } from '../draft-store.ts';
import { isMended, mendedBlocks } from '../mending/mended-blocks.ts';
import { cellText } from '../plan/cells.ts';

/** Enough rows to see what a file speaks of; those that it speaks of are looked for in all of the other. */
const LOOKED_AT = 20_000;

/** The different values of columns, read once each. */
export class ColumnKeys {
  readonly #staging: Staging;
  readonly #signal: AbortSignal;
  readonly #known = new Map<string, ReadonlySet<string>>();

  constructor(staging: Staging, signal: AbortSignal) {
    this.#staging = staging;
    this.#signal = signal;
  }

  /** How many of the values that a column names first stand in another, as a share. */
  async share(from: Place, to: Place): Promise<number> {
    const named = await this.#of(from, LOOKED_AT);
    const there = await this.#of(to, Number.POSITIVE_INFINITY);
    const found = [...named].filter((each) => there.has(each)).length;
    return named.size === 0 ? 0 : found / named.size;
  }

  async #of({ source, column }: Place, most: number): Promise<ReadonlySet<string>> {
    const key = `${source.id} ${source.headerRow ?? 0} ${column} ${most}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const found = new Set<string>();
    let rows = 0;
    const blocks = isMended(source)
      ? mendedBlocks(this.#staging, source)
      : readBlocks(this.#staging, source.id);
    for (const block of blocks) {
      block.numbers.forEach((at, index) => {
        const text = cellText(block.rows[index]?.[column]);
        if (at > (source.headerRow ?? 0) && text !== '') found.add(text);
      });
      rows += block.rows.length;
      if (rows >= most) break;
      await breathe(this.#signal);
    }
    this.#known.set(key, found);
    return found;
  }
}

/** A column of a source. */
export interface Place {
  readonly source: SourceState;
  readonly column: number;
}
