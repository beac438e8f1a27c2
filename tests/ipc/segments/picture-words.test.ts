import { beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '#db/queries/settings.ts';
import { wordsFor } from '#electron/services/insights/report/words.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { insertRow } from '#tests/support/handover/handover-shop.ts';
import { emptyShop, people, pictured } from '#tests/support/segments/small-picture.ts';
import { addLine, addSale } from '#tests/support/shop/build-shop.ts';
import type { DirectShop } from '#tests/support/shop/direct-shop.ts';

/** A Monday. */
const monday = '2026-03-02';

let shop: DirectShop;

beforeEach(async () => {
  shop = await emptyShop();
});

function buy(customerId: number, soldOn: string, product: string | null, minor = 10_000): void {
  const sale = addSale(shop.raw, { customerId, soldOn, revenueMinor: minor });
  addLine(shop.raw, sale, product ?? 'x', minor);
  if (product === null)
    shop.raw.prepare('UPDATE sale_lines SET product_id = NULL WHERE sale_id = ?').run(sale);
}

describe('of everybody', () => {
  it('says that there is nobody to compare with, and gives no share of everybody else', async () => {
    people(shop, [12, 0], (_, id) => buy(id, monday, 'Kopi'));
    const { parts, facts } = await pictured(shop);
    expect(facts.at(-1)).toBe('Everybody is in it: there is nobody to compare them with.');
    const rows = [
      ...(parts.get('Who they are')?.tables.get('Who they are')?.rows ?? []),
      ...(parts.get('What they buy')?.tables.get('Products they buy')?.rows ?? []),
    ];
    expect(rows.map((row) => row.at(-1))).toEqual(rows.map(() => 'nobody to compare with'));
    expect(rows.map((row) => row[3])).toEqual(rows.map(() => null));
    expect(parts.get('What they buy')?.said[0]).toBe(
      'First by revenue: Kopi, 100% of theirs. Bought by 12 of 12 (100%)',
    );
    expect(parts.get('For how much')?.said[0]).toBe('They brought Rp 1,200');
  });
});

describe('of twelve', () => {
  /** Three of them are men, four live in Bantul; everybody else is a woman in Sleman. */
  function twelve(): void {
    people(shop, [12, 30], (no, customer_id) => {
      const [gender, city] = [no < 3 ? 'male' : 'female', no > 7 && no < 12 ? 'Bantul' : 'Sleman'];
      const kind = no < 12 ? 'business' : 'person';
      shop.raw
        .prepare('UPDATE customers SET gender = ?, kind = ? WHERE id = ?')
        .run(gender, kind, customer_id);
      insertRow(shop, 'addresses', { customer_id, city });
    });
  }

  it('counts neither three men nor the women beside them, nor four in a city', async () => {
    twelve();
    const { parts } = await pictured(shop);
    expect(parts.get('Who they are')?.tables.get('Who they are')?.rows).toEqual([
      ['Businesses', 12, 100, 0, 'clearly more'],
      ['Women', 'all but fewer than 5', null, 100, 'too few to compare'],
      ['Men', 'not shown', null, 0, 'too few to compare'],
    ]);
    expect(parts.get('Where they live')?.said).toEqual([
      'More live in Sleman than anywhere else: all but fewer than 5 of 12',
      'The city is known of 12 of 12; who has addresses in two cities counts in both.',
      '1 more place is not shown: fewer than 5 of them live there, or one could be told from it where fewer do, or others have more.',
    ]);
    expect(parts.get('Where they live')?.tables.get('Where they live')?.rows).toEqual([
      ['Sleman', 'all but fewer than 5', null, 100, 'too few to compare'],
    ]);
  });

  it('says fewer where there are clearly fewer than with everybody else', async () => {
    twelve();
    shop.raw.exec("UPDATE customers SET kind = iif(kind = 'person', 'business', 'person')");
    const { parts } = await pictured(shop);
    expect(parts.get('Who they are')?.tables.get('Who they are')?.rows[0]).toEqual([
      ...['Businesses', 0, 0, 100, 'clearly fewer'],
    ]);
  });

  it('says of few how few they are, and of those known how they are known, in Indonesian as one speaks', async () => {
    twelve();
    await shop.ask('settings.update', { language: 'id' });
    const { parts } = await pictured(shop);
    expect(parts.get('Siapa mereka')?.said.slice(2)).toEqual([
      'Umur diketahui untuk kurang dari 5 di antara 12 orang: terlalu sedikit untuk dikatakan.',
      'Perempuan dan laki-laki: diketahui untuk 12 dari 12 orang.',
    ]);
    expect(parts.get('Di mana mereka tinggal')?.said[0]).toBe(
      'Paling banyak tinggal di Sleman: hampir semua dari 12 orang (kurang dari 5 tidak)',
    );
    expect(parts.get('Kapan mereka beli')?.said[0]).toBe(
      'Kurang dari 5 di antara 12 orang berbelanja pada dua hari atau lebih: terlalu sedikit untuk mengatakan seberapa sering',
    );
    expect(parts.get('Apa yang mereka puji dan minta')?.said[1]).toBe(
      'Ulasan: kurang dari 5 orang yang memberi, terlalu sedikit untuk dikatakan.',
    );
  });
});

it('says what was called off in words that fit every sheet', async () => {
  const words = wordsFor((await readSettings(shop.db)).settings);
  expect(words.say('handover.stopped')).toBe('Called off; nothing was written.');
});

describe('days, months and cities', () => {
  it('name the one with the most, and none where two have as many', async () => {
    people(shop, [10, 10], (no, id) => {
      for (const offset of [0, 7]) buy(id, addDays(monday, (no % 2) + offset), 'Kopi');
      const city = ['Sleman', 'Bantul'][no % 2] ?? '';
      insertRow(shop, 'addresses', { customer_id: id, city });
    });
    const even = await pictured(shop);
    expect(even.parts.get('When they buy')?.said.slice(1)).toEqual([
      'No day of the week stands out.',
      'More purchases are in March than in any other month: 20 of 20 (100%).',
      'Here purchases are counted, not people.',
    ]);
    expect(even.parts.get('Where they live')?.said[0]).toBe(
      'No city stands out: more than one has 5 of 10 (50%)',
    );
  });

  it('never say most of what is less than half, and compare no purchases as if they were people', async () => {
    people(shop, [40, 40], (no, id) => {
      const days = [0, 0, 0, 1, 2, 3, 4, 5];
      buy(id, addDays(monday, days[no % 8] ?? 0), 'Kopi');
      const city = ['Sleman', 'Sleman', 'Bantul', 'Klaten', 'Wates'][no % 5] ?? '';
      insertRow(shop, 'addresses', { customer_id: id, city });
    });
    const { parts } = await pictured(shop);
    expect(parts.get('When they buy')?.said[1]).toBe(
      'More purchases are on a Monday than on any other day: 15 of 40 (38%).',
    );
    expect(parts.get('When they buy')?.tables.get('Days of the week')?.titles).toEqual([
      ...['Day', 'Purchases', 'Share, %', 'Everybody else, %'],
    ]);
    expect(parts.get('Where they live')?.said[0]).toBe(
      'More live in Sleman than anywhere else: 16 of 40 (40%)',
    );
    expect(JSON.stringify([...parts.values()].map(({ said }) => said))).not.toContain('Most ');
  });

  it('show no day on which few of them bought, and do not say which day stands out where one unsaid may', async () => {
    people(shop, [12, 12], (no, id) => {
      buy(id, monday, 'Kopi');
      if (no < 8) buy(id, addDays(monday, 3), 'Kopi');
      if (no === 0)
        for (let week = 0; week < 13; week += 1) buy(id, addDays(monday, 1 + 7 * week), 'Kopi');
    });
    const { parts } = await pictured(shop);
    const rows = parts.get('When they buy')?.tables.get('Days of the week')?.rows ?? [];
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ...[
        ['Monday', 12],
        ['Tuesday', 'not shown'],
        ['Wednesday', 0],
        ['Thursday', 'not shown'],
      ],
      ...[
        ['Friday', 0],
        ['Saturday', 0],
        ['Sunday', 0],
      ],
    ]);
    expect(parts.get('When they buy')?.said[1]).toBe(
      'Whether a day stands out is not said: on some, too few of them bought.',
    );
  });
});

describe('what they buy', () => {
  it('says what is not in the tables, of products and of categories, with what names none', async () => {
    people(shop, [10, 10], (_, id) => {
      buy(id, monday, 'Kopi', 60_000);
      buy(id, monday, null, 40_000);
    });
    shop.raw.exec("UPDATE products SET category = 'Minuman'");
    const { parts } = await pictured(shop);
    expect(parts.get('What they buy')?.said.slice(2, 4)).toEqual([
      'Lines that name no product come to Rp 4,000.',
      'What has no category comes to Rp 4,000.',
    ]);
  });

  it('says how many categories are left out, and what they come to', async () => {
    people(shop, [24, 10], (no, id) => {
      buy(id, monday, 'Kopi', 60_000);
      buy(id, monday, ['Teh', 'Susu', 'Roti', 'Kue', 'Madu', 'Gula'][no % 6] ?? '', 10_000);
    });
    shop.raw.exec(
      "UPDATE products SET category = CASE name WHEN 'Kopi' THEN 'Minuman' ELSE 'K' || name END",
    );
    const { parts } = await pictured(shop);
    expect(parts.get('What they buy')?.said.slice(2, 4)).toEqual([
      '6 more products are not shown (bought by fewer than 5, or further down); with lines that name none that is Rp 2,400.',
      '6 more categories are not shown (bought by fewer than 5, or further down); with what has no category that is Rp 2,400.',
    ]);
  });
});

describe('for how much', () => {
  it('says of how many people a mean is where not all have bought', async () => {
    people(shop, [15, 10], (no, id) => no % 3 !== 0 && buy(id, monday, 'Kopi', 30_000));
    const { parts } = await pictured(shop);
    expect(parts.get('For how much')?.said.slice(1, 3)).toEqual([
      'Have bought: 10 of 15 (67%).',
      'That is Rp 200 for each of the 15 on average.',
    ]);
  });
});
