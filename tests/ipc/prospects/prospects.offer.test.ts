import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Language } from '#shared/contract/settings.ts';
import { paperRows } from '#tests/support/read-paper.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type DirectShop, directShop } from '#tests/support/shop/direct-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

async function shopOf(language: Language, worthMinor: number | null = 160_000_050) {
  const shop = await directShop();
  const customerId = addCustomer(shop.raw, { name: 'Hotel Embun' }) as never;
  shop.raw.exec(`INSERT INTO addresses (customer_id, street, city, postal_code, position)
    VALUES (${customerId}, 'Jl. Melati 7', 'Bandung', '40115', 0)`);
  finishShop(shop.raw);
  const { settings } = await shop.ask('settings.get', {});
  const paper = { ...settings.paper, address: 'Jl. Kenari 1', closing: 'Terima kasih' };
  await shop.ask('settings.update', { language, shopName: 'Sekar Pagi', paper });
  const facts = { title: 'Sarapan 40 tamu', worthMinor, note: 'Suka menawar' };
  const { id } = await shop.ask('prospects.create', { customerId, facts });
  return { shop, id };
}

async function offerOf(shop: DirectShop, input: { id: never; text?: string; validUntil?: string }) {
  const path = join(tempFolder(), 'offer.pdf');
  shop.prepared = { path };
  const made = await shop.ask('prospects.saveOffer', { name: 'Penawaran', ...input });
  const rows = paperRows(readFileSync(path)).flat();
  return { made, rows, text: JSON.stringify(rows) };
}

it('says who offers what to whom, at which price, of which day and until when', async () => {
  const { shop, id } = await shopOf('id');
  const asked = { id: id as never, text: 'Diantar pukul 6.', validUntil: '2026-06-29' };
  const { made, rows } = await offerOf(shop, asked);
  expect(made).toMatchObject({ isWhole: true });
  expect(rows).toContainEqual(['Penawaran']);
  expect(rows.map((row) => row.join(' | '))).toEqual(
    expect.arrayContaining([
      ...['Sekar Pagi', 'Jl. Kenari 1', 'Tanggal: 15 Juni 2026', 'Hotel Embun', 'Jl. Melati 7'],
      ...['Berlaku sampai: 29 Juni 2026', 'Bandung 40115', 'Diantar pukul 6.', 'Terima kasih'],
      'Sarapan 40 tamu | 1 | 1.600.000,50 | 1.600.000,50',
    ]),
  );
  expect(rows.find(([name]) => name === 'Total')?.[1]?.replace(/\u00a0/g, ' ')).toBe(
    'Rp 1.600.000,50',
  );
});

it('says nothing of what the shop noted for itself, and no day where it holds for good', async () => {
  const { shop, id } = await shopOf('en');
  const { rows, text } = await offerOf(shop, { id: id as never });
  expect(rows).toContainEqual(['Offer']);
  expect(text).not.toMatch(/Suka menawar|Valid until/);
});

it('is no offer without a price, of what is in the trash, or of nothing', async () => {
  const { shop, id } = await shopOf('id', null);
  shop.prepared = { path: join(tempFolder(), 'offer.pdf') };
  const asked = shop.ask('prospects.saveOffer', { id, name: 'x' });
  await expect(asked).rejects.toMatchObject({
    error: { code: 'CONFLICT', reason: 'offer-no-worth' },
  });
  await shop.ask('prospects.remove', { id });
  await expect(shop.ask('prospects.saveOffer', { id, name: 'x' })).rejects.toMatchObject({
    error: { code: 'NOT_FOUND', entity: 'prospect' },
  });
});
