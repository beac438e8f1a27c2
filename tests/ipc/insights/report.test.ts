import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { addDays, dayNumber } from '#shared/domain/calendar/dates.ts';
import {
  customerOutlook,
  shopOutlook,
  totalOutlook,
} from '#shared/domain/worth/prediction/outlook.ts';
import { paperRows } from '#tests/support/read-paper.ts';
import { readWorkbook, valuesOf, type WorkbookSheet } from '#tests/support/read-workbook.ts';
import { addCustomer, addSale, type SaleParts, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { drawFrom } from '#tests/support/shop/random-complaints.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { ledgerOf, triedOn } from '#tests/support/worth/ledgers.ts';

const people = 80;
let shop: DirectShop;
let sales: SaleParts[];

/** Regular and one-time buyers over two and a half years, some with a return. */
function fill(): void {
  const draw = drawFrom(12);
  for (let index = 1; index <= people; index += 1)
    addCustomer(shop.raw, { name: `C${index}`, phones: [`+62812000${1000 + index}`] });
  for (let customerId = 1; customerId <= people; customerId += 1) {
    const first = 30 + draw(850);
    for (let bought = 0; bought < 1 + (customerId % 8); bought += 1) {
      const soldOn = addDays(today, -draw(first + 1));
      sell({ customerId, soldOn, revenueMinor: 100_000 * (1 + draw(60)) });
      if (bought === 5)
        sell({ customerId, soldOn: addDays(soldOn, 1), revenueMinor: -50_000, kind: 'return' });
    }
  }
  sell({ customerId: null, soldOn: '2026-05-01', revenueMinor: 900_000 });
  shop.raw.exec('UPDATE customers SET recommended_by = 1 WHERE id = 2');
}

function sell(parts: SaleParts): void {
  sales.push(parts);
  addSale(shop.raw, parts);
}

async function keep(format: 'pdf' | 'xlsx', on: string | null = null): Promise<string> {
  const path = join(tempFolder(), `report.${format}`);
  shop.prepared = { path };
  expect(await shop.ask('insights.keepWorth', { on, format })).toMatchObject({ path });
  return path;
}

beforeEach(async () => {
  shop = await directShop();
  sales = [];
});

async function filled(): Promise<void> {
  shop.raw.transaction(() => fill())();
  await shop.ask('settings.update', {
    ...{ shopName: 'Sekar Pagi', language: 'en', marginPercent: 40, keepingCostMinor: 1_000_000 },
    yearsKept: { kind: 'own', years: 3 },
  });
  await shop.ask('insights.refresh', {});
}

/** What each customer bought, from the plain list of sales. */
function bought() {
  return Array.from({ length: people }, (_, index) => {
    const own = sales.filter((one) => one.customerId === index + 1 && one.soldOn <= today);
    const days = own.filter(({ kind }) => kind !== 'return').map(({ soldOn }) => soldOn);
    const sorted = days.toSorted();
    return {
      id: index + 1,
      purchases: days.length,
      minor: own.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0),
      first: sorted[0] ?? '',
      last: sorted.at(-1) ?? '',
    };
  });
}

function monthsOf({ first, last }: { first: string; last: string }): number {
  const index = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return Math.max(12, index(last) - index(first) + 1);
}

/** Average sale × times a year × 3 years × 40 %, less 10,000 a year. */
function formulaValues(): number[] {
  return bought().map((one) => {
    const rate = (one.purchases * 12) / monthsOf(one);
    return Math.round((one.minor / one.purchases) * rate * 3 * 0.4 - 3_000_000);
  });
}

/** To the round step, 1, 2 or 5 with zeros, that goes into the range ten times or more but not twenty-five. */
function known(value: number, { low, high }: { low: number; high: number }): number {
  const steps = [1, 2, 5].flatMap((first) =>
    Array.from({ length: 16 }, (_, zeros) => first * 10 ** zeros),
  );
  const step = Math.max(100, ...steps.filter((one) => one <= (high - low) / 10));
  return (Math.round(value / step) * step) / 100;
}

function outlook() {
  const byDay = bought().map(({ id }) => {
    const days = new Map<string, { net: number; isBought: boolean }>();
    for (const { customerId, soldOn, revenueMinor, kind } of sales) {
      if (customerId !== id || soldOn > today) continue;
      const day = days.get(soldOn) ?? { net: 0, isBought: false };
      const isBought = day.isBought || kind !== 'return';
      days.set(soldOn, { net: day.net + revenueMinor, isBought });
    }
    return [...days]
      .filter(([, { net, isBought }]) => isBought && net > 0)
      .map(([day, { net }]) => [dayNumber(day), net] as const)
      .sort(([one], [other]) => one - other);
  });
  const ledger = ledgerOf(byDay);
  const made = shopOutlook(ledger, dayNumber(today), triedOn(ledger, dayNumber(today)));
  if (typeof made === 'string') throw new Error(made);
  return made;
}

function titlesOf(sheets: readonly WorkbookSheet[], name: string) {
  const sheet = sheets.find((one) => one.name === name);
  return sheet?.rows[0]?.map(({ value }) => value);
}

describe('the report as a workbook', () => {
  it('has every figure of the sales, typed, in the currency, and no formula', async () => {
    await filled();
    const sheets = await readWorkbook(await keep('xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['Report', 'Predicted', 'Most expected', 'Values', 'Shares of value', 'Referrals'],
      'How it is counted',
    ]);
    const made = outlook();
    const { money } = totalOutlook(made);
    const values = formulaValues();
    const historic = bought().reduce((sum, { minor }) => sum + minor, 0) / 100;
    const whole = values.reduce((sum, one) => sum + one, 0);
    expect(valuesOf(sheets, 'Predicted').map((row) => row.slice(0, 4))).toEqual([
      ['Historic', historic, null, null],
      ['Formula', Math.round(whole / 100), null, null],
      ['Predicted', known(money.mean, money), known(money.low, money), known(money.high, money)],
    ]);
    const best = made.outset.customers
      .map((one) => ({ id: one.id, own: customerOutlook(made, one).money }))
      .sort((one, other) => other.own.mean - one.own.mean)
      .slice(0, 10)
      .map(({ id, own }) => [
        ...[`C${id}`, `+62812000${1000 + id}`],
        ...[known(own.mean, own), known(own.low, own), known(own.high, own)],
        (bought()[id - 1]?.minor ?? 0) / 100,
      ]);
    const shown = valuesOf(sheets, 'Most expected');
    expect(shown.map(([name, phone, , ...rest]) => [name, phone, ...rest])).toEqual(best);
    for (const row of sheets.find(({ name }) => name === 'Most expected')?.rows.slice(1) ?? []) {
      const formats = row.map(({ format }) => format);
      expect(formats.slice(0, 3)).toEqual([null, null, null]);
      for (const format of formats.slice(3)) expect(format).toBe('[$Rp-421]\\ #,##0');
    }
    for (const [, above, upTo, , customers] of valuesOf(sheets, 'Values')) {
      const from = above === null ? Number.NEGATIVE_INFINITY : Number(above) * 100;
      const to = upTo === null ? Number.POSITIVE_INFINITY : Number(upTo) * 100;
      expect(customers).toBe(values.filter((one) => one > from && one <= to).length);
    }
    const bands = valuesOf(sheets, 'Shares of value');
    const positive = values.filter((one) => one > 0).reduce((sum, one) => sum + one, 0);
    const classes = valuesOf(sheets, 'Values');
    for (const [band, customers, value, share] of bands) {
      const own = classes.filter((row) => row[3] === band);
      const limit = (cell: string | number | null | undefined, open: number) =>
        cell === null || cell === undefined ? open : Number(cell) * 100;
      const from = limit(own[0]?.[1], Number.NEGATIVE_INFINITY);
      const to = limit(own.at(-1)?.[2], Number.POSITIVE_INFINITY);
      const mine = values.filter((one) => one > from && one <= to);
      const good = mine.filter((one) => one > 0).reduce((sum, one) => sum + one, 0);
      expect(customers).toBe(mine.length);
      expect(value).toBe(Math.round(mine.reduce((sum, one) => sum + one, 0) / 100));
      expect(share).toBe(Math.round((good / positive) * 1000) / 10);
    }
    expect(bands.reduce((sum, [, customers]) => sum + Number(customers), 0)).toBe(people);
    expect(valuesOf(sheets, 'How it is counted').map((row) => row.slice(0, 3))).toEqual([
      ['Years as a customer', 3, null],
      ['Margin, %', 40, null],
      ['Yearly cost per customer', null, 10_000],
    ]);
  });

  it('begins with what it says: of whom, up to when, what is estimated and what cannot be said', async () => {
    await filled();
    const sheets = await readWorkbook(await keep('xlsx'));
    expect(titlesOf(sheets, 'Report')).toEqual(['Worth of our customers', 'Answer']);
    const said = valuesOf(sheets, 'Report').map(([, sentence]) =>
      String(sentence).replaceAll('\u00a0', ' '),
    );
    const historic = bought().reduce((sum, { minor }) => sum + minor, 0) / 100;
    expect(said[0]).toBe(
      `${people} customers have bought for Rp ${historic.toLocaleString('en')} so far`,
    );
    const days = bought().map(({ first }) => first);
    const first = new Date(`${days.sort()[0]}T00:00:00Z`).toLocaleDateString('en-GB', {
      ...{ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
    });
    expect(said[1]).toBe(`Sales from ${first} to 15 June 2026.`);
    const { money, purchases } = totalOutlook(outlook());
    const rupiah = (value: number) => `Rp ${known(value, money).toLocaleString('en')}`;
    expect(said).toContain(
      `In the next 12 months about ${rupiah(money.mean)} is expected, ` +
        `between ${rupiah(money.low)} and ${rupiah(money.high)}.`,
    );
    const days80 = /about (\d+) days of buying, (\d+) to (\d+)/.exec(said.join(' '));
    const step = (purchases.high - purchases.low) / 10;
    expect(Math.abs(Number(days80?.[1]) - purchases.mean)).toBeLessThanOrEqual(step / 2);
    expect(Math.abs(Number(days80?.[2]) - purchases.low)).toBeLessThanOrEqual(step / 2);
    expect(Math.abs(Number(days80?.[3]) - purchases.high)).toBeLessThanOrEqual(step / 2);
    expect(said).toContain('For every question in this report there was enough data.');
  });

  it('says of a shop with few customers what there is too little of, and gives no estimate', async () => {
    const customerId = addCustomer(shop.raw, { name: 'Ratna' });
    sell({ customerId, soldOn: '2026-05-01', revenueMinor: 12_345_00 });
    await shop.ask('settings.update', { language: 'en' });
    await shop.ask('insights.refresh', {});
    const sheets = await readWorkbook(await keep('xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['Report', 'Predicted', 'Best by formula', 'How it is counted'],
    ]);
    expect(valuesOf(sheets, 'Predicted')[2]?.slice(1, 4)).toEqual([null, null, null]);
    const said = valuesOf(sheets, 'Report').map(([, sentence]) => sentence);
    expect(said).toContain('Nothing in this report is estimated.');
    expect(said).toContain('Too few customers to predict: 1 has bought, 5 are needed.');
    expect(said).toContain('What is left as profit: no margin is noted in the settings.');
  });
});

describe('the report on paper', () => {
  it.each(['id', 'en'] as const)(
    'reads as the workbook does, page by page (%s)',
    async (language) => {
      await filled();
      await shop.ask('settings.update', { language });
      const sheets = await readWorkbook(await keep('xlsx'));
      const pages = paperRows(readFileSync(await keep('pdf')));
      const foot = language === 'en' ? ['Page', 'of'] : ['Halaman', 'dari'];
      for (const [index, rows] of pages.entries())
        expect(rows.at(-1)?.at(-1)).toBe(`${foot[0]} ${index + 1} ${foot[1]} ${pages.length}`);
      const paper = pages
        .flat()
        .map((cells) => cells.join(' ').replaceAll('\u00a0', ' '))
        .join(' ');
      const tag = language === 'en' ? 'en-GB' : 'id-ID';
      // Paper says the two ends of a class of values in words.
      const isOnPaper = (sheet: WorkbookSheet, letter: string) =>
        sheet !== sheets[3] || !['B', 'C'].includes(letter);
      for (const sheet of sheets.slice(1))
        for (const { value, format, letter } of sheet.rows.slice(1).flat()) {
          if (typeof value !== 'number' || !isOnPaper(sheet, letter)) continue;
          const text = value.toLocaleString(tag);
          expect(paper).toContain(format?.includes('Rp') ? `Rp ${text}` : text);
        }
      const front = sheets[0]?.rows.slice(1).map((row) => String(row.at(-1)?.value)) ?? [];
      for (const word of front
        .join(' ')
        .replaceAll('\u2212', '-')
        .split(/[ \u00a0]/))
        expect(paper).toContain(word);
    },
  );

  it('writes a currency with decimals as it is written, and an estimate without them', async () => {
    await filled();
    shop.raw.exec("UPDATE settings SET value = '\"GBP\"' WHERE key = 'currency'");
    const said = paperRows(readFileSync(await keep('pdf')))
      .flat(2)
      .join(' ');
    expect(said).toContain('Customers by formula value (£);');
    expect(said).toMatch(/about £[\d,]+ is expected, between £[\d,]+ and £[\d,]+\./);
    expect(said).toMatch(/Historic £[\d,]+(\.\d\d)? /);
  });

  it('says that letters are missing, and is whole otherwise', async () => {
    await filled();
    shop.prepared = { path: join(tempFolder(), 'a.pdf') };
    const request = { on: null, format: 'pdf' } as const;
    expect(await shop.ask('insights.keepWorth', request)).toMatchObject({ isWhole: true });
    await shop.ask('settings.update', { shopName: '花店' });
    expect(await shop.ask('insights.keepWorth', request)).toMatchObject({ isWhole: false });
  });
});

it('is the same bytes of the same sales and day, in another zone and made anew', async () => {
  onTestFinished(() => void vi.unstubAllEnvs());
  await filled();
  for (const format of ['pdf', 'xlsx'] as const) {
    vi.stubEnv('TZ', 'Asia/Jakarta');
    const first = readFileSync(await keep(format));
    shop.raw.exec("DELETE FROM derived_state WHERE key LIKE 'report:%'");
    vi.stubEnv('TZ', 'America/New_York');
    expect(readFileSync(await keep(format)).equals(first)).toBe(true);
    expect(readFileSync(await keep(format, addDays(today, -60))).equals(first)).toBe(false);
  }
});
