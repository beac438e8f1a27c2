import type { Beside } from '../../contract/segments/picture.ts';
import { upliftOf } from '../campaigns/uplift.ts';
import type { SheetCell, SheetColumn } from '../sheets/part.ts';
import type { Speaking } from '../sheets/speaking.ts';
import { fewestPeople, type Told } from './few.ts';

/** How many people of some, and of everybody else, as they were counted. */
export interface Counts {
  readonly part: number;
  readonly of: number;
  readonly others: number;
  readonly ofOthers: number;
}

/** Whether they are more or fewer than among everybody else, where chance is ruled out; null: it is not. */
export function apart({ part, of, others, ofOthers }: Counts): 'more' | 'less' | null {
  if (of < fewestPeople || ofOthers < fewestPeople) return null;
  const difference = upliftOf({ buyers: part, people: of }, { buyers: others, people: ofOthers });
  if (difference === null || !difference.isProven) return null;
  return difference.difference > 0 ? 'more' : 'less';
}

/** So many of so many; few, or all but a few, are not counted. */
export function toldText({ say, number }: Speaking, part: Told, of: number): string {
  const values = { few: fewestPeople, of: number(of) };
  switch (part) {
    case 'few':
      return say('picture.fewOf', values);
    case 'nearlyAll':
      return say('picture.nearlyAllOf', values);
    case 'unsaid':
      return say('picture.someOf', values);
    default:
      return say('picture.countOf', { ...values, part: number(part) });
  }
}

/** So many of so many, with the share. Few are not counted. */
export function countedText(speaking: Speaking, { part, of, share }: Beside): string {
  const { say, number, percent } = speaking;
  return typeof part === 'number' && share !== null
    ? say('picture.partOf', { part: number(part), of: number(of), percent: percent(share) })
    : toldText(speaking, part, of);
}

/** The same, with the share of everybody else where it differs. */
export function besideText(speaking: Speaking, beside: Beside): string {
  const { say, percent } = speaking;
  const { othersShare, compared } = beside;
  const counted = countedText(speaking, beside);
  const isApart = (compared === 'more' || compared === 'less') && othersShare !== null;
  return isApart ? say('picture.against', { counted, percent: percent(othersShare) }) : counted;
}

/** A number as a cell, or what is said in its place. */
export function toldCell({ say }: Speaking, part: Told): SheetCell {
  if (typeof part === 'number') return { value: part };
  return { value: say(`picture.cell.${part}`, { few: fewestPeople }) };
}

/** A share as a person reads it: in percent, to a tenth. */
export function shareCell(share: number | null): SheetCell {
  return { value: share === null ? null : Math.round(1000 * share) / 10 };
}

/** The columns of a table of shares; `isOfPeople`: they are compared with everybody else. */
export function shareColumns(
  { say }: Speaking,
  what: string,
  count: string,
  isOfPeople = true,
): SheetColumn[] {
  return [
    { title: what, type: 'text', width: 24 },
    { title: count, type: 'integer' },
    { title: say('picture.column.share'), type: 'decimal' },
    { title: say('picture.column.othersShare'), type: 'decimal' },
    ...(isOfPeople
      ? [{ title: say('picture.column.compared'), type: 'text' as const, width: 24 }]
      : []),
  ];
}

/** A row of such a table. */
export function shareRow(speaking: Speaking, name: string, beside: Beside): SheetCell[] {
  const { part, share, othersShare, compared } = beside;
  return [
    { value: name },
    toldCell(speaking, part),
    shareCell(share),
    shareCell(othersShare),
    ...(compared === null ? [] : [{ value: speaking.say(`picture.compared.${compared}`) }]),
  ];
}
