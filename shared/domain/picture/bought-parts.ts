import type { Beside, PicturedThing, PictureFigures } from '../../contract/segments/picture.ts';
import type { SheetPart, SheetTable } from '../sheets/part.ts';
import { monthCalled, type Speaking, weekdayCalled } from '../sheets/speaking.ts';
import { besideText, shareCell, shareColumns, shareRow, toldCell, toldText } from './compare.ts';
import { areApart, fewestPeople, fewestPurchases, isEnough } from './few.ts';

/** Whether they bought it more often than everybody else, with what part of those did. */
function buyersText({ say, percent }: Speaking, { compared, othersShare }: Beside): string {
  const text = say(`picture.compared.${compared ?? 'few'}`);
  return othersShare === null
    ? text
    : say('picture.comparedTo', { compared: text, percent: percent(othersShare) });
}

function soldTable(
  speaking: Speaking,
  { name, what, rows }: { name: string; what: string; rows: readonly PicturedThing[] },
): SheetTable {
  const { say } = speaking;
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
    rows: rows.map(({ name: called, minor, share, allShare, buyers }) => [
      { value: called },
      { value: minor },
      shareCell(share),
      shareCell(allShare),
      toldCell(speaking, buyers.part),
      { value: buyersText(speaking, buyers) },
    ]),
  };
}

const thingKeys = {
  finding: { beside: 'picture.what.finding', own: 'picture.what.findingOwn' },
  category: { beside: 'picture.what.category', own: 'picture.what.categoryOwn' },
} as const;

function thingText(
  speaking: Speaking,
  what: keyof typeof thingKeys,
  { name, share, allShare, buyers }: PicturedThing,
): string {
  const { say, percent } = speaking;
  const { beside, own } = thingKeys[what];
  const values = { name, percent: percent(share), counted: besideText(speaking, buyers) };
  return allShare === null ? say(own, values) : say(beside, { ...values, all: percent(allShare) });
}

/** Of what the shares are; nothing where few have bought. */
function linesNotes({ say, money }: Speaking, figures: PictureFigures): string[] {
  const { buyers, linesMinor, revenueMinor, products } = figures;
  if (!isEnough(buyers.part)) return [];
  if (linesMinor !== null && revenueMinor !== null)
    return [say('picture.what.lines', { lines: money(linesMinor), revenue: money(revenueMinor) })];
  return products.rows.length === 0 ? [] : [say('picture.what.linesUnsaid', { few: fewestPeople })];
}

const restKeys = {
  products: {
    things: 'picture.what.rest',
    unsaid: 'picture.what.restUnsaid',
    unnamed: 'picture.what.restUnnamed',
  },
  categories: {
    things: 'picture.what.restCategories',
    unsaid: 'picture.what.restCategoriesUnsaid',
    unnamed: 'picture.what.restUncategorized',
  },
} as const;

/** What of the things is not in their table, and what it comes to. */
function restNotes(
  { say, money }: Speaking,
  what: keyof typeof restKeys,
  { rows, restMinor, restThings: count }: PictureFigures['products'],
): string[] {
  const { things, unsaid, unnamed } = restKeys[what];
  if (rows.length === 0) return [];
  if (restMinor === null) return count === 0 ? [] : [say(unsaid, { count, few: fewestPeople })];
  const amount = money(restMinor);
  if (count > 0) return [say(things, { count, amount, few: fewestPeople })];
  return restMinor === 0 ? [] : [say(unnamed, { amount })];
}

/** What they buy. */
export function whatPart(speaking: Speaking, figures: PictureFigures): SheetPart {
  const { say } = speaking;
  const { products, categories } = figures;
  const [product] = products.rows;
  const [category] = categories.rows;
  const title = say('picture.what.title');
  const table = (rows: readonly PicturedThing[], name: string, what: string) =>
    rows.length === 0 ? [] : [soldTable(speaking, { name, what, rows })];
  return {
    ...{ id: 'what', title },
    finding:
      product === undefined
        ? say('picture.what.few', { few: fewestPeople })
        : thingText(speaking, 'finding', product),
    notes: [
      category === undefined
        ? say('picture.what.noCategory', { few: fewestPeople })
        : thingText(speaking, 'category', category),
      ...restNotes(speaking, 'products', products),
      ...restNotes(speaking, 'categories', categories),
      ...linesNotes(speaking, figures),
    ],
    tables: [
      ...table(products.rows, say('picture.what.products'), say('picture.column.product')),
      ...table(categories.rows, say('picture.what.categories'), say('picture.column.category')),
    ],
  };
}

/** The one of some that most fall on; null: none stands out, as far as it may be told. */
function standingOut(rows: readonly Beside[]): number | null {
  const told = rows.map(({ part }) => (typeof part === 'number' ? part : 0));
  const most = Math.max(...told);
  const unsaid = (rows[0]?.of ?? 0) - told.reduce((sum, one) => sum + one, 0);
  if (most === 0 || unsaid >= most || told.filter((one) => one === most).length > 1) return null;
  return told.indexOf(most);
}

function gapText(speaking: Speaking, figures: PictureFigures): string {
  const { say, number } = speaking;
  const { gapKnown, gapDays, othersGapDays, buyers } = figures;
  const { of } = buyers;
  if (!isEnough(gapKnown) || gapDays === null)
    return say('picture.when.gapFew', { few: fewestPeople, of: number(of) });
  const values = { count: Math.round(gapDays.value), known: toldText(speaking, gapKnown, of) };
  if (othersGapDays === null || !areApart(gapDays, othersGapDays))
    return say('picture.when.gap', values);
  return say('picture.when.gapApart', { ...values, others: Math.round(othersGapDays.value) });
}

/** Why nothing is said of days and months; null: they are known. */
function fewPurchases({ say, number }: Speaking, figures: PictureFigures): string | null {
  const { purchases, buyers } = figures;
  if (purchases === null || !isEnough(buyers.part))
    return say('picture.when.fewBuyers', { few: fewestPeople });
  if (purchases >= fewestPurchases) return null;
  return say('picture.when.few', { count: purchases, needs: number(fewestPurchases) });
}

/** When they buy, and how long it is until they do again. */
export function whenPart(speaking: Speaking, figures: PictureFigures): SheetPart {
  const { say, language } = speaking;
  const { weekdays, months } = figures;
  const front = {
    ...{ id: 'when', title: say('picture.when.title'), finding: gapText(speaking, figures) },
  };
  const few = fewPurchases(speaking, figures);
  if (few !== null) return { ...front, notes: [few], tables: [] };
  const days = weekdays.map((own, at) => ({ name: weekdayCalled(language, at), own }));
  const parts = months.map((own, at) => ({ name: monthCalled(language, at + 1), own }));
  const [day, month] = [days[standingOut(weekdays) ?? -1], parts[standingOut(months) ?? -1]];
  const table = (name: string, what: string, rows: typeof days) => ({
    name,
    columns: shareColumns(speaking, what, say('picture.column.purchases'), false),
    rows: rows.map((row) => shareRow(speaking, row.name, row.own)),
  });
  const sentence = (key: 'weekday' | 'month', row: (typeof days)[number] | undefined) => {
    if (row !== undefined)
      return say(`picture.when.${key}`, { name: row.name, counted: besideText(speaking, row.own) });
    const all = key === 'weekday' ? weekdays : months;
    const isTold = all.every(({ part }) => typeof part === 'number');
    return say(`picture.when.${key}${isTold ? 'None' : 'Unsaid'}`);
  };
  return {
    ...front,
    notes: [sentence('weekday', day), sentence('month', month), say('picture.when.note')],
    chart: {
      title: say('picture.when.chart'),
      bars: days.map(({ name, own: { part } }) => ({
        ...{ name, value: typeof part === 'number' ? part : 0 },
        text: String(toldCell(speaking, part).value),
        isMain: name === day?.name,
      })),
    },
    tables: [
      table(say('picture.when.weekdays'), say('picture.column.weekday'), days),
      table(say('picture.when.months'), say('picture.column.month'), parts),
    ],
  };
}

/** The purchase in the middle, and that of everybody else where it differs. */
function middleText({ say, money, number }: Speaking, figures: PictureFigures): string[] {
  const { purchases, amount, othersAmount } = figures;
  if (amount === null || purchases === null) return [];
  const values = { purchases: number(purchases), amount: money(amount.value) };
  if (othersAmount === null || !areApart(amount, othersAmount))
    return [say('picture.much.middle', values)];
  return [say('picture.much.middleApart', { ...values, others: money(othersAmount.value) })];
}

/** For how much they buy. */
export function muchPart(speaking: Speaking, figures: PictureFigures): SheetPart {
  const { say, money, computed, percent, number } = speaking;
  const { revenueMinor, revenueShare, buyers } = figures;
  const front = { id: 'much', title: say('picture.much.title'), tables: [] };
  const bought = say('picture.much.buyers', { counted: besideText(speaking, buyers) });
  if (!isEnough(buyers.part) || revenueMinor === null)
    return {
      ...front,
      finding: say('picture.much.few', { few: fewestPeople, of: number(buyers.of) }),
      notes: [bought],
    };
  const amount = money(revenueMinor);
  return {
    ...front,
    finding:
      revenueShare === null
        ? say('picture.much.findingOwn', { amount })
        : say('picture.much.finding', { amount, percent: percent(revenueShare, 1) }),
    notes: [
      bought,
      say('picture.much.mean', {
        ...{ amount: computed(revenueMinor / buyers.of), of: number(buyers.of) },
      }),
      ...middleText(speaking, figures),
    ],
  };
}
