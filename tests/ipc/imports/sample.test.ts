import { afterEach, expect, it } from 'vitest';
import { placeOf } from '#electron/services/sample/generate/place/place-of.ts';
import { generateSampleShop } from '#electron/services/sample/generate/sample-shop.ts';
import { writeSampleFiles } from '#electron/services/sample/write-files.ts';
import { addsUp, type ImportShop, openImportShop } from '#tests/support/shop/import-fixtures.ts';

let shop: ImportShop | undefined;
const today = '2026-05-12';
afterEach(() => shop?.close());

it.each([
  ['id', 'ID', 'IDR'],
  ['en', 'GB', 'GBP'],
  // An English reader whose own shop is in Indonesia tries the wizard on the sample's files.
  ['en', 'ID', 'IDR'],
] as const)(
  'the sample shop’s notebooks in %s come into a shop of %s with its sales, asked for a strange currency at most, and no wrong row',
  async (language, country, currency) => {
    shop = await openImportShop({ settings: { language, country, currency }, today });
    const place = placeOf(language);
    const { files, expectations } = generateSampleShop({ seed: 1, today, language, country });
    const paths = await writeSampleFiles(files, `${shop.folder}/from`);
    const draft = await shop.inspect(...paths);
    expect(draft.sources.map(({ brings }) => brings.at(-1))).toEqual([
      'customers',
      ...['sales', 'sales', 'sales', 'sales', 'sales'],
      'contacts',
      'complaints',
    ]);
    // Pounds in a shop that counts in rupiah are asked for; nothing else is.
    let answered = draft;
    for (const { id: sourceId, columns } of draft.sources) {
      const asked = columns.filter(({ question }) => question !== null);
      const isForeign = country === 'ID' && language === 'en';
      expect(
        asked.filter(({ question }) => !isForeign || question?.kind !== 'other-currency'),
      ).toEqual([]);
      const fields = Object.fromEntries(asked.map(({ index, field }) => [index, field]));
      if (asked.length > 0) answered = await shop.configure(answered, { sourceId, fields });
    }
    const { report } = await shop.commit(answered);
    expect(addsUp(report)).toBe(true);
    const { notebooks, customers, till, marketplace } = expectations;
    expect(report.customers.added).toBeGreaterThanOrEqual(customers.people);
    expect(report.customers.added).toBeLessThan(customers.afterPhoneMatching + 20);
    expect(report.contacts).toEqual({ added: notebooks.contacts, updated: 0, unchanged: 0 });
    expect(report.followUps.added).toBe(notebooks.contactAgain);
    expect(report.complaints).toEqual({ added: notebooks.complaints, updated: 0, unchanged: 0 });
    const ofNotebooks = report.sources.filter(({ fileName }) =>
      /kontak|keluhan|contacts|complaints/.test(fileName),
    );
    expect(ofNotebooks.map(({ counts }) => [counts.wrong, counts.skipped])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(shop.one('SELECT count(*) FROM follow_ups WHERE done_on IS NOT NULL')).toBe(
      notebooks.contactAgainKept,
    );
    expect(shop.one('SELECT count(*) FROM complaints WHERE answered_at IS NULL')).toBe(
      notebooks.unanswered,
    );
    expect(
      shop.one(
        `SELECT count(*) FROM complaints WHERE cause_key = '${place.files.complaints.leak}'`,
      ),
    ).toBe(notebooks.leaks);
    expect(shop.all('SELECT state, count(*) AS n FROM complaints GROUP BY state')).toEqual([
      { state: 'answered', n: 2 },
      { state: 'closed', n: 4 },
      { state: 'diagnosed', n: 1 },
      { state: 'received', n: 2 },
      { state: 'resolved', n: 9 },
    ]);
    expect(
      shop.one('SELECT count(*) FROM complaints WHERE product_id IS NOT NULL AND sale_id IS NULL'),
    ).toBe(0);
    expect(shop.one('SELECT count(*) FROM complaints WHERE has_time = 0')).toBe(0);
    const { completed, returned } = marketplace.totalMinor;
    expect(
      shop.one("SELECT sum(total_minor) FROM sales WHERE kind = 'sale' AND status = 'completed'"),
    ).toBe(till.soldMinor + completed);
    expect(
      shop.one("SELECT sum(total_minor) FROM sales WHERE status = 'returned' AND kind = 'sale'"),
    ).toBe(returned);
  },
);
