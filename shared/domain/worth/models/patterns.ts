import type { PurchaseHistory } from './mbg-nbd.ts';

/** Customers of the same history, counted once: a shop of 100,000 has far fewer patterns. */
export type Patterns = {
  repeats: Int32Array;
  recency: Float64Array;
  age: Float64Array;
  count: Float64Array;
  mostRepeats: number;
};

/** @throws RangeError for a history whose recency is beyond its age. */
export function compress(histories: readonly PurchaseHistory[]): Patterns {
  const seen = new Map<string, { history: PurchaseHistory; count: number }>();
  for (const history of histories) {
    const { repeats, recency, age } = history;
    if (!(repeats >= 0 && recency >= 0 && recency <= age)) {
      throw new RangeError('A purchase history must end before the day of analysis.');
    }
    const key = `${repeats}/${recency}/${age}`;
    const pattern = seen.get(key);
    if (pattern === undefined) seen.set(key, { history, count: 1 });
    else pattern.count += 1;
  }
  const rows = [...seen.values()];
  return {
    repeats: Int32Array.from(rows, ({ history }) => history.repeats),
    recency: Float64Array.from(rows, ({ history }) => history.recency),
    age: Float64Array.from(rows, ({ history }) => history.age),
    count: Float64Array.from(rows, ({ count }) => count),
    mostRepeats: rows.reduce((most, { history }) => Math.max(most, history.repeats), 0),
  };
}
