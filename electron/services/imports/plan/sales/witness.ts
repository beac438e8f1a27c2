import type { ImportReport } from '#shared/contract/imports.ts';
import type { SaleSlot } from './slot.ts';

type Statement = ImportReport['witness'][number];

/** Sums that should agree, with the rows or sales in which they do not. */
interface Disagreement {
  rows: number;
  saysMinor: number;
  takenMinor: number;
  example: string;
}

/** What a file itself says that its money comes to, beside what is taken in. */
export class MoneyWitness {
  readonly #found = new Map<Statement['kind'], Disagreement>();
  /** A unit of the currency: rounding is no disagreement. */
  readonly #unit: number;
  #sinceTotal = 0;
  #sinceStart = 0;
  #rows = 0;

  /** `digits` are the decimals of the currency's minor unit. */
  constructor(digits: number) {
    this.#unit = 10 ** digits;
  }

  startSource(): void {
    this.#sinceTotal = 0;
    this.#sinceStart = 0;
    this.#rows = 0;
  }

  #note(kind: Statement['kind'], saysMinor: number, takenMinor: number, example = ''): void {
    const known = this.#found.get(kind) ?? { rows: 0, saysMinor: 0, takenMinor: 0, example };
    known.rows += 1;
    known.saysMinor += saysMinor;
    known.takenMinor += takenMinor;
    this.#found.set(kind, known);
  }

  /** An amount that comes in. */
  took(amountMinor: number): void {
    this.#sinceTotal += amountMinor;
    this.#sinceStart += amountMinor;
    this.#rows += 1;
  }

  /** A row of totals: of everything above it, or down from the total before. */
  total(saysMinor: number): void {
    const near = Math.max(this.#unit, this.#rows);
    const sums = [this.#sinceTotal, this.#sinceStart];
    const off = (sum: number): number => Math.abs(sum - saysMinor);
    const [nearest = 0] = sums.toSorted((a, b) => off(a) - off(b));
    if (off(nearest) > near) this.#note('total-row', saysMinor, nearest);
    this.#sinceTotal = 0;
  }

  /** A row whose quantity × price is not its amount. */
  product(saysMinor: number, takenMinor: number): void {
    this.#note('products', saysMinor, takenMinor);
  }

  /** A total that stands on a further row of its sale, and is not counted again. */
  repeated(totalMinor: number): void {
    this.#note('repeated', totalMinor, 0);
  }

  /** What sales come to by their lines and by the totals that the file gives for them. */
  #compareSales(slots: Iterable<SaleSlot>): void {
    for (const slot of slots) {
      const stated = slot.statedMinor;
      const isCompared = slot.stored === null || slot.isToldAgain;
      if (stated === null || !isCompared) continue;
      const { shippingMinor, takenBackMinor } = slot;
      // What was given back afterwards is no matter of what the sale came to.
      const linesMinor = slot.linesMinor + takenBackMinor;
      const totalMinor = slot.totalMinor + takenBackMinor;
      const sums = [totalMinor, linesMinor, totalMinor + shippingMinor, linesMinor + shippingMinor];
      const near = this.#unit * Math.max(1, slot.lineCount);
      if (sums.some((sum) => Math.abs(sum - stated) <= near)) continue;
      this.#note('sale-totals', stated, totalMinor, slot.number ?? slot.day);
    }
  }

  /** Everything that does not agree, once all sales are there and come to `takenMinor`. */
  statements(slots: Iterable<SaleSlot>, takenMinor: number): Statement[] {
    this.#compareSales(slots);
    return [...this.#found].map(([kind, { saysMinor, ...found }]) => {
      if (kind !== 'repeated') return { kind, saysMinor, ...found };
      return { kind, ...found, saysMinor: takenMinor + saysMinor, takenMinor };
    });
  }
}
