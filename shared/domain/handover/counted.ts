import type { Speaking } from '../sheets/speaking.ts';
import { type Standing, standings } from './standing.ts';

/** A section of a hand-over: all there are, and where their days lie. */
export interface Counted {
  readonly count: number;
  readonly standings: Readonly<Record<Standing, number>>;
  readonly rows: readonly unknown[];
}

/** The days that somebody takes over for. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** How many of a kind are open, and where their days lie. */
export function countedSentence(
  { say, day }: Speaking,
  count: string,
  section: Counted,
  { from, to }: Days,
): string {
  const ends = { from: day(from), to: day(to) };
  const parts = standings.flatMap((standing) => {
    const number = section.standings[standing];
    return number === 0 ? [] : [say(`handover.standing.${standing}`, { count: number, ...ends })];
  });
  return `${count}: ${parts.join(', ')}`;
}

/** What is not shown of a section; empty: nothing is left out. */
export function cappedNotes({ say, number }: Speaking, { count, rows }: Counted): string[] {
  if (rows.length >= count) return [];
  return [say('handover.capped', { shown: number(rows.length), all: number(count) })];
}
