import type { Beside, PicturedThing, PictureFigures } from '../../contract/segments/picture.ts';
import type { SheetPart, SheetTable } from '../sheets/part.ts';
import { monthCalled, type SheetKey, type Speaking, weekdayCalled } from '../sheets/speaking.ts';
import { apart, besideText, inPercent, shareColumns, shareRow } from './compare.ts';
import { areApart, fewestPeople, fewestPurchases } from './few.ts';

/** Whether they bought it more often than everybody else, with what part of those did. */
function buyersText({ say, percent }: Speaking, buyers: Beside): string {
  const { others, ofOthers } = buyers;
  const compared = say(`picture.compared.${apart(buyers) ?? 'same'}`);
  return ofOthers === 0
    ? compared
    : say('picture.comparedTo', { compared, percent: percent(others / ofOthers) });
}

function soldTable(
  speaking: Speaking,
  figures: PictureFigures,
  { name, what, rows }: { name: string; what: string; rows: readonly PicturedThing[] },
): SheetTable {
  const { say } = speaking;
  const { linesMinor, allLinesMinor } = figures;
  return {
    name,
    columns: [
      { title: what, type: 'text', width: 30 },
      { title: say('picture.column.revenue'), type: 'money' },
      { title: say('picture.column.revenueShare'), type: 'decimal' },
      { title: say('picture.column.allShare'), type: 'decimal' },
      { title: say('picture.column.buyers'), type: 'integer' },
      { title: say('picture.column.buyersCompared'), type: 'text', width: 28 },
    ],
    rows: rows.map(({ name: called, minor, allMinor, buyers }) => [
      { value: called },
      { value: minor },
      { value: inPercent(minor, linesMinor) },
      { value: inPercent(allMinor, allLinesMinor) },
      { value: buyers.part },
      { value: buyersText(speaking, buyers) },
    ]),
  };
}

function thingText(
  speaking: Speaking,
  figures: PictureFigures,
  key: SheetKey,
  thing: PicturedThing,
): string {
  const { say, percent } = speaking;
  const { linesMinor, allLinesMinor } = figures;
  return say(key, {
    name: thing.name,
    percent: percent(linesMinor === 0 ? 0 : thing.minor / linesMinor),
    all: percent(allLinesMinor === 0 ? 0 : thing.allMinor / allLinesMinor),
    counted: besideText(speaking, thing.buyers),
  });
}

/** What they buy. */
export function whatPart(speaking: Speaking, figures: PictureFigures): SheetPart {
  const { say, money } = speaking;
  const { products, categories, linesMinor, revenueMinor } = figures;
  const [product] = products.rows;
  const [category] = categories.rows;
  const title = say('picture.what.title');
  const table = (rows: readonly PicturedThing[], name: string, what: string) =>
    rows.length === 0 ? [] : [soldTable(speaking, figures, { name, what, rows })];
  const rest = {
    ...{ count: products.restThings, amount: money(products.restMinor), few: fewestPeople },
  };
  return {
    ...{ id: 'what', title },
    finding:
      product === undefined
        ? say('picture.what.few', { few: fewestPeople })
        : thingText(speaking, figures, 'picture.what.finding', product),
    notes: [
      ...(category === undefined
        ? [say('picture.what.noCategory', { few: fewestPeople })]
        : [thingText(speaking, figures, 'picture.what.category', category)]),
      ...(product === undefined || products.restThings === 0
        ? []
        : [say('picture.what.rest', rest)]),
      say('picture.what.lines', { lines: money(linesMinor), revenue: money(revenueMinor) }),
    ],
    tables: [
      ...table(products.rows, say('picture.what.products'), say('picture.column.product')),
      ...table(categories.rows, say('picture.what.categories'), say('picture.column.category')),
    ],
  };
}

/** The one of some that most purchases fall on. */
function best(rows: readonly Beside[]): number {
  return rows.reduce((found, { part }, at) => (part > (rows[found]?.part ?? 0) ? at : found), 0);
}

function gapText({ say, number }: Speaking, figures: PictureFigures): string {
  const { gapKnown, gapDays, othersGapDays } = figures;
  const { part, of } = gapKnown;
  if (part < fewestPeople || gapDays === null)
    return say('picture.when.gapFew', { few: fewestPeople, of: number(of) });
  const values = { count: Math.round(gapDays.value), known: number(part), of: number(of) };
  if (othersGapDays === null || gapKnown.others < fewestPeople || !areApart(gapDays, othersGapDays))
    return say('picture.when.gap', values);
  return say('picture.when.gapApart', { ...values, others: Math.round(othersGapDays.value) });
}

/** When they buy, and how long it is until they do again. */
export function whenPart(speaking: Speaking, figures: PictureFigures): SheetPart {
  const { say, language, number } = speaking;
  const { weekdays, months, purchases } = figures;
  const isKnown = purchases >= fewestPurchases && figures.buyers.part >= fewestPeople;
  const days = weekdays.map((own, at) => ({ name: weekdayCalled(language, at), own }));
  const parts = months.map((own, at) => ({ name: monthCalled(language, at + 1), own }));
  const [day, month] = [days[best(weekdays)], parts[best(months)]];
  const table = (name: string, what: string, rows: typeof days) => ({
    name,
    columns: shareColumns(speaking, what, say('picture.column.purchases')),
    rows: rows.map((row) => shareRow(speaking, row.name, row.own, false)),
  });
  const sentence = (key: 'weekday' | 'month', row: (typeof days)[number] | undefined) =>
    row === undefined
      ? []
      : [say(`picture.when.${key}`, { name: row.name, counted: besideText(speaking, row.own) })];
  const few = { count: purchases, needs: number(fewestPurchases) };
  return {
    ...{ id: 'when', title: say('picture.when.title') },
    finding: gapText(speaking, figures),
    notes: isKnown
      ? [...sentence('weekday', day), ...sentence('month', month), say('picture.when.note')]
      : [say('picture.when.few', few)],
    ...(isKnown
      ? {
          chart: {
            title: say('picture.when.chart'),
            bars: days.map(({ name, own }) => ({
              ...{ name, value: own.part, text: number(own.part), isMain: name === day?.name },
            })),
          },
        }
      : {}),
    tables: isKnown
      ? [
          table(say('picture.when.weekdays'), say('picture.column.weekday'), days),
          table(say('picture.when.months'), say('picture.column.month'), parts),
        ]
      : [],
  };
}

/** For how much they buy. */
export function muchPart(speaking: Speaking, figures: PictureFigures): SheetPart {
  const { say, money, computed, percent, number } = speaking;
  const { revenueMinor, allRevenueMinor, buyers, purchases, amount, othersAmount } = figures;
  const share = allRevenueMinor <= 0 ? 0 : revenueMinor / allRevenueMinor;
  const isKnown = buyers.part >= fewestPeople && amount !== null;
  const isApart = isKnown && othersAmount !== null && areApart(amount, othersAmount);
  const middle = isKnown ? { purchases: number(purchases), amount: money(amount.value) } : null;
  return {
    ...{ id: 'much', title: say('picture.much.title') },
    finding: isKnown
      ? say('picture.much.finding', { amount: money(revenueMinor), percent: percent(share, 1) })
      : say('picture.much.few', { few: fewestPeople, of: number(buyers.of) }),
    notes: [
      say('picture.much.buyers', { counted: besideText(speaking, buyers) }),
      ...(isKnown
        ? [say('picture.much.mean', { amount: computed(revenueMinor / buyers.of) })]
        : []),
      ...(middle === null
        ? []
        : [
            isApart
              ? say('picture.much.middleApart', { ...middle, others: money(othersAmount.value) })
              : say('picture.much.middle', middle),
          ]),
    ],
    tables: [],
  };
}
