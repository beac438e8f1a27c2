import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { paperRows } from '#tests/support/read-paper.ts';
import { readWorkbook, valuesOf } from '#tests/support/read-workbook.ts';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

interface Bought {
  readonly id: number;
  readonly by: number | null;
  readonly sums: readonly number[];
}

/** Who brought the customer of this number: the first brought 12, the second 9, the third 9 that spent less. */
function broughtBy(id: number): number | null {
  if (id > 13 && id <= 25) return 1;
  if (id > 25 && id <= 34) return 2;
  return id > 34 && id <= 43 ? 3 : null;
}

/** Ninety who bought within the year, each twice in the first 90 days, those who were brought for less. */
const people: readonly Bought[] = Array.from({ length: 90 }, (_, index) => {
  const by = broughtBy(index + 1);
  const scale = by === null ? 30_000 : by === 3 ? 9_000 : 12_000;
  return { id: index + 1, by, sums: [scale * (5 + (index % 7)) * 100, scale * 200] };
});

/** The first was there long before, so that those who came later are new. */
function firstOf(id: number): string {
  return id === 1 ? addDays(today, -700) : addDays(today, -330 + 2 * id);
}

async function shopOf(language: 'en' | 'id', those = people): Promise<DirectShop> {
  const shop = await directShop();
  shop.raw.transaction(() => {
    for (const { id, sums } of those) {
      addCustomer(shop.raw, { name: `C${id}` });
      const first = firstOf(id);
      for (const [at, revenueMinor] of sums.entries())
        addSale(shop.raw, { customerId: id, soldOn: addDays(first, 30 * at), revenueMinor });
    }
    const bring = shop.raw.prepare('UPDATE customers SET recommended_by = ? WHERE id = ?');
    for (const { id, by } of those) if (by !== null) bring.run(by, id);
    finishShop(shop.raw);
  })();
  await shop.ask('settings.update', { shopName: 'Sekar Pagi', language });
  await shop.ask('insights.refresh', {});
  return shop;
}

/** The six sums of the sentence that compares them, in its order. */
function spokenIn(text: string, language: 'en' | 'id'): number[] {
  const begin = text.indexOf(language === 'en' ? 'In the 90 days' : 'Dalam 90 hari');
  const sums = text.slice(begin).matchAll(/Rp ?([\d.,]+\d)/g);
  return [...sums].slice(0, 6).map(([, digits = '']) => Number(digits.replace(/[.,]/g, '')));
}

async function keep(shop: DirectShop, format: Input<'insights.keepWorth'>['format']) {
  const path = join(tempFolder(), `report.${format}`);
  shop.prepared = { path };
  await shop.ask('insights.keepWorth', { on: null, format });
  return path;
}

const sumOf = (sums: readonly number[]) => sums.reduce((all, one) => all + one, 0);
const named = { en: 'Referrals', id: 'Ajakan' } as const;
const all = { en: 'All', id: 'Semua' } as const;

describe.each(['en', 'id'] as const)('who brought whom, in the report (%s)', (language) => {
  it('is a sheet that adds up: whom each brought, and what those spent', async () => {
    const shop = await shopOf(language);
    const sheets = await readWorkbook(await keep(shop, 'xlsx'));
    const brought = (by: number) => people.filter((one) => one.by === by);
    const lines = [1, 2, 3].map((by) => {
      const spent = sumOf(brought(by).flatMap(({ sums }) => sums));
      return [`C${by}`, brought(by).length, spent / 100];
    });
    // Of two who brought as many, the one whose spent more stands first: the second.
    expect(valuesOf(sheets, named[language])).toEqual([...lines, [all[language], 30, null]]);
  });

  it('says the share and what they spend as the rows have it', async () => {
    const shop = await shopOf(language);
    const pdf = readFileSync(await keep(shop, 'pdf'));
    const rows = paperRows(pdf).flat(2);
    const text = rows.join(' ').replaceAll('\u00a0', ' ');
    const { newcomers, worth } = await shop.ask('insights.referrals', { on: null });
    const within = ({ from, to }: { from: string; to: string }) =>
      people.filter(({ id }) => firstOf(id) >= from && firstOf(id) <= to);
    const came = within(newcomers);
    expect(came.length).toBeGreaterThan(50);
    const share = Math.round((100 * came.filter(({ by }) => by !== null).length) / came.length);
    const percent = language === 'en' ? `${share}%` : `${share} %`;
    expect(text).toContain(
      language === 'en'
        ? `About ${percent} of new customers in the last 12 months were referred`
        : `Sekitar ${percent} pelanggan baru`,
    );
    const mean = (those: readonly Bought[]) =>
      sumOf(those.flatMap(({ sums }) => sums)) / those.length / 100;
    const compared = within(worth);
    const referred = compared.filter(({ by }) => by !== null);
    const others = compared.filter(({ by }) => by === null);
    expect(worth.referred).toMatchObject({ customers: referred.length });
    expect(worth.others).toMatchObject({ customers: others.length });
    expect(worth.referred.mean / 100).toBeCloseTo(mean(referred), 6);
    expect(worth.others.mean / 100).toBeCloseTo(mean(others), 6);
    // In the chart, and in the table under it.
    const lines = paperRows(pdf)
      .flat()
      .filter((cells) => cells.includes('C1') && cells.includes('12'));
    expect(lines).toHaveLength(2);
    expect(text).toContain(
      language === 'en' ? 'That is less than chance explains.' : 'Lebih sedikit',
    );
    // Each mean with its range, to a round step of a tenth of that or less.
    const [one, other] = [worth.referred, worth.others].map(({ mean, low, high }) =>
      [mean, low, high].map((minor) => minor / 100),
    );
    const near = spokenIn(text, language);
    for (const at of [0, 3]) {
      const [mean = 0, low = 0, high = 0] = near.slice(at);
      expect([low, mean, high]).toEqual([low, mean, high].toSorted((a, b) => a - b));
      expect(low).toBeLessThan(high);
    }
    for (const [at, value] of [...(one ?? []), ...(other ?? [])].entries())
      expect(Math.abs((near[at] ?? 0) - value), `figure ${at}`).toBeLessThan(value / 20);
  });

  it('is left out where nobody is written down as brought, and that is said', async () => {
    const shop = await shopOf(
      language,
      people.map((one) => ({ ...one, by: null })),
    );
    const sheets = await readWorkbook(await keep(shop, 'xlsx'));
    expect(sheets.map(({ name }) => name)).not.toContain(named[language]);
    const unsaid =
      language === 'en'
        ? 'Nobody is written down as referred by another customer yet.'
        : 'Belum ada pelanggan yang tercatat diajak pelanggan lain.';
    expect(sheets[0]?.rows.flat().map(({ value }) => value)).toContain(unsaid);
  });
});
