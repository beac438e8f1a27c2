/** Points that were given together: they run out together. */
export interface Lot {
  readonly given: number;
  readonly on: string;
  /** The last day they hold; null: for good. */
  readonly lastOn: string | null;
  left: number;
  expired: number;
  takenBack: number;
}

const never = '9999-12-31';

/** What runs out first comes first; of the same day what was given first. */
function isBefore(a: Lot, b: Lot): boolean {
  const [first, second] = [a.lastOn ?? never, b.lastOn ?? never];
  return first === second ? a.on < b.on : first < second;
}

/** The points somebody has, by when they run out. */
export class Lots {
  readonly #lots: Lot[] = [];

  add(given: number, on: string, lastOn: string | null): Lot {
    const lot = { given, on, lastOn, left: given, expired: 0, takenBack: 0 };
    const place = this.#lots.findIndex((other) => isBefore(lot, other));
    this.#lots.splice(place === -1 ? this.#lots.length : place, 0, lot);
    return lot;
  }

  /** Takes points, those that run out first. Returns how many there were. */
  take(wanted: number): number {
    let taken = 0;
    for (const lot of this.#lots) {
      const part = Math.min(lot.left, wanted - taken);
      lot.left -= part;
      taken += part;
      if (taken === wanted) break;
    }
    this.#dropEmpty();
    return taken;
  }

  /** Lets go of what held until before a day, a sum for each of its last days. */
  expireBefore(day: string): { readonly lastOn: string; readonly points: number }[] {
    const ended = this.#lots.filter(({ lastOn, left }) => left > 0 && (lastOn ?? never) < day);
    const byDay = Map.groupBy(ended, ({ lastOn }) => lastOn ?? never);
    const sums = [...byDay].map(([lastOn, lots]) => ({
      lastOn,
      points: lots.reduce((sum, { left }) => sum + left, 0),
    }));
    for (const lot of ended) {
      lot.expired += lot.left;
      lot.left = 0;
    }
    this.#dropEmpty();
    return sums;
  }

  /** What is left, by when it runs out, the soonest first. */
  left(): readonly { readonly lastOn: string | null; readonly points: number }[] {
    return this.#lots.map(({ lastOn, left }) => ({ lastOn, points: left }));
  }

  get balance(): number {
    return this.#lots.reduce((sum, { left }) => sum + left, 0);
  }

  #dropEmpty(): void {
    const kept = this.#lots.filter(({ left }) => left > 0);
    this.#lots.splice(0, this.#lots.length, ...kept);
  }
}
