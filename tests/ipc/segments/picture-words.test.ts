import { beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '#db/queries/settings.ts';
import { wordsFor } from '#electron/services/insights/report/words.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { pictureFacts, pictureParts } from '#shared/domain/picture/parts.ts';
import { insertRow } from '#tests/support/handover/handover-shop.ts';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';

const at = '2026-02-01T05:00:00.000Z';
/** A Monday. */
const monday = '2026-03-02';

let shop: DirectShop;

beforeEach(async () => {
  shop = await directShop();
  await shop.ask('settings.update', { language: 'en', shopName: 'Sekar Pagi', currency: 'IDR' });
});

/** So many customers, those asked about first; each is built by its number, from 0. */
function people(inside: number, outside: number, build: (no: number, customerId: number) => void) {
  shop.raw.transaction(() => {
    for (let no = 0; no < inside + outside; no += 1) {
      const tags = no < inside ? ['in'] : [];
      build(no, addCustomer(shop.raw, { name: `Orang ${no}`, tags }));
    }
  })();
  finishShop(shop.raw);
}

function buy(customerId: number, soldOn: string, product: string | null, minor = 10_000): void {
  const sale = addSale(shop.raw, { customerId, soldOn, revenueMinor: minor });
  addLine(shop.raw, sale, product ?? 'x', minor);
  if (product === null)
    shop.raw.prepare('UPDATE sale_lines SET product_id = NULL WHERE sale_id = ?').run(sale);
}

/** The picture of those asked about, each part by its title. */
async function pictured() {
  const part = { field: 'tag', isNot: false, values: ['in'] };
  const definition = { match: 'all' as const, parts: [part] as never, without: [] };
  const { id } = await shop.ask('segments.create', { name: 'In', definition });
  const picture = await shop.ask('segments.picture', { id });
  const words = wordsFor((await readSettings(shop.db)).settings);
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');
  const parts = new Map(
    pictureParts(words, picture).map((one) => [
      one.title,
      {
        said: [one.finding, ...one.notes].map(plain),
        tables: new Map(
          one.tables.map(({ name, columns, rows }) => [
            name,
            {
              titles: columns.map(({ title }) => title),
              rows: rows.map((row) => row.map(({ value }) => value)),
            },
          ]),
        ),
      },
    ]),
  );
  return { parts, facts: pictureFacts(words, picture).map(plain) };
}

describe('of everybody', () => {
  it('says that there is nobody to compare with, and gives no share of everybody else', async () => {
    people(12, 0, (_, id) => buy(id, monday, 'Kopi'));
    const { parts, facts } = await pictured();
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
    people(12, 30, (no, customer_id) => {
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
    const { parts } = await pictured();
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
    const { parts } = await pictured();
    expect(parts.get('Who they are')?.tables.get('Who they are')?.rows[0]).toEqual([
      ...['Businesses', 0, 0, 100, 'clearly fewer'],
    ]);
  });

  it('says of few how few they are, and of those known how they are known, in Indonesian as one speaks', async () => {
    twelve();
    await shop.ask('settings.update', { language: 'id' });
    const { parts } = await pictured();
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

it('names no cause that few share, and counts those complaints with the ones of no known cause', async () => {
  people(14, 10, (no, customer_id) => {
    const cause = no < 8 ? 'Apek' : no < 11 ? 'Basi' : null;
    insertRow(shop, 'complaints', {
      ...{ number: `K-${no}`, title: 'x', channel: 'visit', severity: 'light', customer_id, cause },
      ...{ kind: 'customer', state: 'received', cause_key: cause?.toLowerCase() ?? null },
      ...{ received_at: at, created_at: at, answer_due_at: at, resolution_due_at: at },
    });
  });
  const { parts } = await pictured();
  const complained = parts.get('What they complain about');
  expect(complained?.tables.get('What they complain about')?.rows).toEqual([['Apek', 8, 8]]);
  expect(complained?.said.slice(1)).toEqual([
    '6 more complaints have causes that fewer than 5 share, or that are further down, or none is noted.',
  ]);
});

it('says what was called off in words that fit every sheet', async () => {
  const words = wordsFor((await readSettings(shop.db)).settings);
  expect(words.say('handover.stopped')).toBe('Called off; nothing was written.');
});

describe('days, months and cities', () => {
  it('name the one with the most, and none where two have as many', async () => {
    people(10, 10, (no, id) => {
      for (const offset of [0, 7]) buy(id, addDays(monday, (no % 2) + offset), 'Kopi');
      const city = ['Sleman', 'Bantul'][no % 2] ?? '';
      insertRow(shop, 'addresses', { customer_id: id, city });
    });
    const even = await pictured();
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
    people(40, 40, (no, id) => {
      const days = [0, 0, 0, 1, 2, 3, 4, 5];
      buy(id, addDays(monday, days[no % 8] ?? 0), 'Kopi');
      const city = ['Sleman', 'Sleman', 'Bantul', 'Klaten', 'Wates'][no % 5] ?? '';
      insertRow(shop, 'addresses', { customer_id: id, city });
    });
    const { parts } = await pictured();
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
    people(12, 12, (no, id) => {
      buy(id, monday, 'Kopi');
      if (no < 8) buy(id, addDays(monday, 3), 'Kopi');
      if (no === 0)
        for (let week = 0; week < 13; week += 1) buy(id, addDays(monday, 1 + 7 * week), 'Kopi');
    });
    const { parts } = await pictured();
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
    people(10, 10, (_, id) => {
      buy(id, monday, 'Kopi', 60_000);
      buy(id, monday, null, 40_000);
    });
    shop.raw.exec("UPDATE products SET category = 'Minuman'");
    const { parts } = await pictured();
    expect(parts.get('What they buy')?.said.slice(2, 4)).toEqual([
      'Lines that name no product come to Rp 4,000.',
      'What has no category comes to Rp 4,000.',
    ]);
  });

  it('says how many categories are left out, and what they come to', async () => {
    people(24, 10, (no, id) => {
      buy(id, monday, 'Kopi', 60_000);
      buy(id, monday, ['Teh', 'Susu', 'Roti', 'Kue', 'Madu', 'Gula'][no % 6] ?? '', 10_000);
    });
    shop.raw.exec(
      "UPDATE products SET category = CASE name WHEN 'Kopi' THEN 'Minuman' ELSE 'K' || name END",
    );
    const { parts } = await pictured();
    expect(parts.get('What they buy')?.said.slice(2, 4)).toEqual([
      '6 more products are not shown (bought by fewer than 5, or further down); with lines that name none that is Rp 2,400.',
      '6 more categories are not shown (bought by fewer than 5, or further down); with what has no category that is Rp 2,400.',
    ]);
  });
});

describe('for how much', () => {
  it('says of how many people a mean is where not all have bought', async () => {
    people(15, 10, (no, id) => no % 3 !== 0 && buy(id, monday, 'Kopi', 30_000));
    const { parts } = await pictured();
    expect(parts.get('For how much')?.said.slice(1, 3)).toEqual([
      'Have bought: 10 of 15 (67%).',
      'That is Rp 200 for each of the 15 on average.',
    ]);
  });
});

describe('what they praise', () => {
  /** Ten people answer what each side of service was worth to them. */
  function answers(sides: Readonly<Record<string, (no: number) => number>>): void {
    const survey_id = insertRow(shop, 'surveys', { name: 'Puas?', created_at: at });
    const questions = Object.keys(sides).map((dimension, position) => ({
      dimension,
      id: insertRow(shop, 'survey_questions', {
        ...{ survey_id, position, kind: 'stars', text: 'T', measures: 'met', dimension },
      }),
    }));
    people(10, 10, (no, customer_id) => {
      const answer_id = insertRow(shop, 'survey_answers', {
        ...{ survey_id, customer_id, way: 'phone', outcome: 'answered' },
        ...{ answered_on: '2026-02-01', created_at: at },
      });
      for (const { id: question_id, dimension } of questions)
        insertRow(shop, 'survey_values', {
          ...{ answer_id, question_id, number: sides[dimension]?.(no) ?? 1 },
        });
    });
  }
  const first = async () =>
    (await pictured()).parts.get('What they praise, and what they ask for')?.said[0];

  it('names one side of service as the best only among several, alone in front and found good by most', async () => {
    answers({ empathy: () => 5, reliance: (no) => (no < 5 ? 5 : 1) });
    expect(await first()).toBe(
      'They find this best: Empathy. Of the answers of 10 of them, 4 or 5 stars have 10 of 10 (100%)',
    );
  });

  it('says of the only side asked about how it was found, even where nobody found it good', async () => {
    answers({ empathy: () => 1 });
    expect(await first()).toBe(
      'Asked about: Empathy. Of the answers of 10 of them, 4 or 5 stars have 0 of 10 (0%)',
    );
  });

  it('says the same in Indonesian as one speaks', async () => {
    answers({ empathy: () => 1 });
    await shop.ask('settings.update', { language: 'id' });
    const { parts } = await pictured();
    expect(parts.get('Apa yang mereka puji dan minta')?.said[0]).toBe(
      'Yang ditanyakan: Peduli. Jawaban dari 10 orang; yang memberi 4 atau 5 bintang 0 dari 10 (0 %)',
    );
  });

  it('says that none stands out of several that are as good as each other', async () => {
    answers({ empathy: () => 5, reliance: () => 5 });
    expect(await first()).toBe('Asked about 2 sides of service: none is clearly found best');
  });

  it('names none as the best that fewer than half find good', async () => {
    answers({ empathy: (no) => (no < 5 ? 5 : 1), reliance: () => 1 });
    expect(await first()).toBe('Asked about 2 sides of service: none is clearly found best');
  });
});
