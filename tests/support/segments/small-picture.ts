import { readSettings } from '#db/queries/settings.ts';
import { wordsFor } from '#electron/services/insights/report/words.ts';
import { pictureFacts, pictureParts } from '#shared/domain/picture/parts.ts';
import { addCustomer, finishShop } from '../shop/build-shop.ts';
import { type DirectShop, directShop } from '../shop/direct-shop.ts';

export const at = '2026-02-01T05:00:00.000Z';

/** A shop in which nobody is yet. */
export async function emptyShop(): Promise<DirectShop> {
  const shop = await directShop();
  await shop.ask('settings.update', { language: 'en', shopName: 'Sekar Pagi', currency: 'IDR' });
  return shop;
}

/** How many are asked about, and how many are everybody else. */
export type Sizes = readonly [inside: number, outside: number];

/** So many customers, those asked about first; each is built by its number, from 0. */
export function people(
  shop: DirectShop,
  [inside, outside]: Sizes,
  build: (no: number, customerId: number) => void,
): void {
  shop.raw.transaction(() => {
    for (let no = 0; no < inside + outside; no += 1) {
      const tags = no < inside ? ['in'] : [];
      build(no, addCustomer(shop.raw, { name: `Orang ${no}`, tags }));
    }
  })();
  finishShop(shop.raw);
}

/** The picture of those asked about, each part by its title. */
export async function pictured(shop: DirectShop) {
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
