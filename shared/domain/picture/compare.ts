import type { Beside } from '../../contract/segments/picture.ts';
import { upliftOf } from '../campaigns/uplift.ts';
import type { SheetCell, SheetColumn } from '../sheets/part.ts';
import type { Speaking } from '../sheets/speaking.ts';
import { fewestPeople } from './few.ts';

/** Whether they are more or fewer than among everybody else, where chance is ruled out; null: it is not. */
export function apart({ part, of, others, ofOthers }: Beside): 'more' | 'less' | null {
  if (of < fewestPeople || ofOthers < fewestPeople) return null;
  const difference = upliftOf({ buyers: part, people: of }, { buyers: others, people: ofOthers });
  if (difference === null || !difference.isProven) return null;
  return difference.difference > 0 ? 'more' : 'less';
}

function shareOf(part: number, of: number): number | null {
  return of === 0 ? null : part / of;
}

/** So many of so many, with the share; and that of everybody else where it differs. Few are not counted. */
export function besideText({ say, number, percent }: Speaking, beside: Beside): string {
  const { part, of, others, ofOthers } = beside;
  const share = shareOf(part, of) ?? 0;
  const counted =
    part > 0 && part < fewestPeople
      ? say('picture.fewOf', { few: fewestPeople, of: number(of) })
      : say('picture.partOf', { part: number(part), of: number(of), percent: percent(share) });
  if (apart(beside) === null) return counted;
  return say('picture.against', { counted, percent: percent(others / ofOthers) });
}

/** The columns of a table of shares. */
export function shareColumns({ say }: Speaking, what: string, count: string): SheetColumn[] {
  return [
    { title: what, type: 'text', width: 24 },
    { title: count, type: 'integer' },
    { title: say('picture.column.share'), type: 'decimal' },
    { title: say('picture.column.othersShare'), type: 'decimal' },
    { title: say('picture.column.compared'), type: 'text', width: 18 },
  ];
}

/** A share as a person reads it: in percent, to a tenth. */
export function inPercent(part: number, of: number): number | null {
  return of === 0 ? null : Math.round((1000 * part) / of) / 10;
}

function comparedText({ say }: Speaking, beside: Beside): string {
  return say(`picture.compared.${apart(beside) ?? 'same'}`);
}

/** A row of such a table; `isOfPeople`: fewer than the fewest are not counted. */
export function shareRow(
  speaking: Speaking,
  name: string,
  beside: Beside,
  isOfPeople = true,
): SheetCell[] {
  const { part, of, others, ofOthers } = beside;
  const isFew = isOfPeople && part > 0 && part < fewestPeople;
  return [
    { value: name },
    { value: isFew ? speaking.say('picture.few', { few: fewestPeople }) : part },
    { value: isFew ? null : inPercent(part, of) },
    { value: inPercent(others, ofOthers) },
    { value: isFew ? null : comparedText(speaking, beside) },
  ];
}
