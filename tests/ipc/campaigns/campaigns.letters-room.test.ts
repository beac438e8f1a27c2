import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { campaignFacts } from '#tests/support/campaigns/campaign-shop.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { directShop } from '#tests/support/shop/direct-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

interface Drawn {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What stands on each page of one person's letter. */
async function letterOf(told: {
  name: string;
  street: string;
  text: string;
  shopAddress?: string;
}) {
  const made = await directShop();
  const id = addCustomer(made.raw, { name: told.name });
  made.raw
    .prepare('INSERT INTO addresses (customer_id, street) VALUES (?, ?)')
    .run(id, told.street);
  finishShop(made.raw);
  const paper = { roll: '80', address: told.shopAddress ?? '', phone: '', taxId: '', closing: '' };
  await made.ask('settings.update', {
    ...{ shopName: 'Toko', language: 'en', currency: 'IDR' },
    paper: paper as never,
  });
  const facts = { ...campaignFacts, channel: 'letter', text: told.text } as const;
  const campaign = await made.ask('campaigns.create', { facts });
  await made.ask('campaigns.start', { id: campaign.id });
  const path = join(tempFolder(), 'a.pdf');
  made.prepared = { path };
  await made.ask('campaigns.savePdf', { id: campaign.id, what: 'letters', name: 'a' });
  const pdf = readFileSync(path, 'latin1');
  const streams = [...pdf.matchAll(/stream\n([^\0]*?)endstream/g)].map(([, stream = '']) => stream);
  return streams.map((stream) =>
    [...stream.matchAll(/ ([\d.-]+) ([\d.-]+) Td \((.*)\) Tj/g)].map(
      ([, x, y, text = '']): Drawn => ({ text, x: Number(x), y: Number(y) }),
    ),
  );
}

/** Points from an edge of the paper within which nothing may stand. */
const edge = 28;

it('has a name however long on one line of a page that follows, within the page', async () => {
  const pages = await letterOf({
    name: 'Wan Wani '.repeat(22).trim(),
    street: 'Jl. Mawar 1',
    text: 'baris\n'.repeat(70),
  });
  expect(pages).toHaveLength(2);
  for (const { x } of pages.flat()) expect(x).toBeGreaterThan(edge);
  const [name, ...others] = pages[1] ?? [];
  expect(name?.text).toMatch(/^Wan Wani .* 2$/);
  expect(others.every(({ text }) => text === 'baris')).toBe(true);
});

it.each([
  ['the street', { street: Array.from({ length: 60 }, (_, at) => `B${at + 1}`).join('\n') }],
  [
    'the shop’s address',
    { shopAddress: Array.from({ length: 70 }, (_, at) => `B${at + 1}`).join('\n') },
  ],
])('goes on over a page where %s takes many lines, and leaves none out', async (_, told) => {
  const pages = await letterOf({ name: 'Ani', street: 'Jl. Mawar', text: 'Halo', ...told });
  expect(pages).toHaveLength(2);
  for (const { y } of pages.flat()) expect(y).toBeGreaterThan(edge);
  const texts = pages.flat().map(({ text }) => text);
  const blocks = texts.filter((text) => /^B\d/.test(text));
  expect(blocks).toEqual(blocks.map((_one, at) => `B${at + 1}`));
  expect(blocks.length).toBeGreaterThanOrEqual(60);
  expect(texts.at(-1)).toBe('Halo');
});
