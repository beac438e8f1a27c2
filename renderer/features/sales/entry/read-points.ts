import type { Output } from '#shared/contract/index.ts';

/** What a buyer can spend with the sale. */
export type PointsHeld = NonNullable<Output<'loyalty.atSale'>>;

/** What of their points is spent with it. */
export interface Redeeming {
  readonly points: number;
  /** What is taken off for them, minor units. */
  readonly offMinor: number;
  readonly rewardId: number | null;
  /** How many points are spent together. */
  readonly spent: number;
  /** Why it cannot be so: not a number, more than there are, more than is to be paid, or nothing is known of them. */
  readonly problem: 'number' | 'many' | 'above' | 'unknown' | null;
}

interface Typed {
  readonly points: string;
  readonly rewardId: number | null;
}

function countOf(text: string): number | null {
  const bare = text.trim().replace(/[\s.,](?=\d{3}\b)/g, '');
  if (bare === '') return 0;
  return /^\d{1,9}$/.test(bare) ? Number(bare) : null;
}

/** Reads what is typed of points, `held` by the buyer, of a sale with so much left to pay. */
export function readPoints(
  { points: text, rewardId }: Typed,
  held: PointsHeld | null,
  leftMinor: number,
): Redeeming {
  const points = countOf(text);
  const none = { points: 0, offMinor: 0, rewardId: null, spent: 0 };
  if (points === null) return { ...none, problem: 'number' };
  if (points === 0 && rewardId === null) return { ...none, problem: null };
  const reward = held?.rewards.find(({ id }) => id === rewardId);
  if (held === null || (rewardId !== null && reward === undefined))
    return { ...none, problem: 'unknown' };
  const spent = points + (reward?.points ?? 0);
  const offMinor = points * held.pointMinor;
  const off = { points, offMinor, rewardId, spent };
  if (spent > held.balance) return { ...off, offMinor: 0, problem: 'many' };
  if (offMinor > leftMinor) return { ...off, offMinor: 0, problem: 'above' };
  return { ...off, problem: null };
}
