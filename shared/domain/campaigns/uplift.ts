/** Bounds of the middle 95 % of a normal distribution, and what lies above 80 % of it. */
const z95 = 1.959_963_984_540_054;
const z80power = 0.841_621_233_572_914;

/** How many of a group bought. */
export interface Bought {
  readonly buyers: number;
  readonly people: number;
}

export interface Uplift {
  /** Shares from 0 to 1, and their difference. */
  readonly written: number;
  readonly held: number;
  readonly difference: number;
  /** 95 %, Newcombe's hybrid score. */
  readonly low: number;
  readonly high: number;
  /** How often chance alone would make a difference as large, either way. */
  readonly chance: number;
  /** Chance is ruled out as far as 95 of 100 go. */
  readonly isProven: boolean;
  /** How many each group would need to show a difference as large 8 times of 10; null: there is none. */
  readonly wouldNeed: number | null;
}

function wilson({ buyers, people }: Bought): { low: number; high: number } {
  const share = buyers / people;
  const square = z95 * z95;
  const middle = (share + square / (2 * people)) / (1 + square / people);
  const root = Math.sqrt((share * (1 - share)) / people + square / (4 * people * people));
  const half = (z95 * root) / (1 + square / people);
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Both tails of a normal distribution beyond `z` (Abramowitz and Stegun 7.1.26 over erfc). */
function bothTails(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return series * Math.exp(-x * x);
}

/** People each of two groups needs for shares `a` and `b` to be told apart 8 times of 10; null: they are the same. */
export function peopleNeeded(a: number, b: number): number | null {
  if (a === b) return null;
  const spread = a * (1 - a) + b * (1 - b);
  return Math.ceil(((z95 + z80power) ** 2 * spread) / (a - b) ** 2);
}

/** What those written to did more than those kept apart; null: one of the groups is empty. */
export function upliftOf(written: Bought, held: Bought): Uplift | null {
  if (written.people === 0 || held.people === 0) return null;
  const [a, b] = [written.buyers / written.people, held.buyers / held.people];
  const [rangeA, rangeB] = [wilson(written), wilson(held)];
  const difference = a - b;
  const low = difference - Math.hypot(a - rangeA.low, rangeB.high - b);
  const high = difference + Math.hypot(rangeA.high - a, b - rangeB.low);
  const all = (written.buyers + held.buyers) / (written.people + held.people);
  const error = Math.sqrt(all * (1 - all) * (1 / written.people + 1 / held.people));
  return {
    ...{ written: a, held: b, difference, low, high },
    chance: error === 0 ? 1 : bothTails(difference / error),
    isProven: low > 0 || high < 0,
    wouldNeed: peopleNeeded(a, b),
  };
}

/** What a campaign brought beyond what would have come anyway, and what of each unit of cost came back on top of it. */
export interface Gain {
  readonly buyers: number;
  readonly marginMinor: number;
  /** Null: it cost nothing. */
  readonly roi: number | null;
}

interface GainParts {
  readonly difference: number;
  readonly people: number;
  readonly marginPerBuyerMinor: number;
  readonly costMinor: number;
}

/** The gain of a difference in shares over so many people. */
export function gainOf({ difference, people, marginPerBuyerMinor, costMinor }: GainParts): Gain {
  const buyers = difference * people;
  const marginMinor = buyers * marginPerBuyerMinor;
  return {
    buyers,
    marginMinor: Math.round(marginMinor),
    roi: costMinor === 0 ? null : (marginMinor - costMinor) / costMinor,
  };
}
