/** Rows, lines or sales of which one thing is said, and what they come to. */
export interface Tally {
  count: number;
  minor: number;
  /** A number or code of one of them. */
  example: string;
}

export function newTally(): Tally {
  return { count: 0, minor: 0, example: '' };
}

/** Adds what comes to `minor`; the first that has a number or code is the example. */
export function add(tally: Tally, minor: number, example: string, count = 1): void {
  tally.count += count;
  tally.minor += minor;
  if (tally.example === '') tally.example = example;
}

/** One tally for each source. */
export class TallyBySource {
  readonly #all = new Map<number, Tally>();

  of(sourceId: number): Tally {
    const tally = this.#all.get(sourceId) ?? newTally();
    this.#all.set(sourceId, tally);
    return tally;
  }
}

/** What the rows of a source found: their order, none, several; and the products that they name. */
export interface SourceTallies {
  readonly lines: Tally;
  readonly alone: Tally;
  readonly missing: Tally;
  readonly several: Tally;
  readonly products: Map<number, Tally>;
}

/** The tallies of every source that has any. */
export class Tallies {
  readonly #all = new Map<number, SourceTallies>();

  of(sourceId: number): SourceTallies {
    let tallies = this.#all.get(sourceId);
    if (tallies === undefined) {
      const [lines, alone, missing, several] = [newTally(), newTally(), newTally(), newTally()];
      tallies = { lines, alone, missing, several, products: new Map() };
      this.#all.set(sourceId, tallies);
    }
    return tallies;
  }

  /** A line of a product, where a list may say what it is. */
  sold(sourceId: number, productId: number, minor: number): void {
    const { products } = this.of(sourceId);
    const tally = products.get(productId) ?? newTally();
    products.set(productId, tally);
    add(tally, minor, '');
  }
}
