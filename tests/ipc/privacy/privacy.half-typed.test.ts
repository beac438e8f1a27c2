import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import type { TypedSale } from '#shared/contract/sales/drafts.ts';
import type { CustomerId } from '#shared/ids.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { placesOf } from '#tests/support/shop/private-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const [siti, double, budi] = [1, 2, 3] as CustomerId[] as [CustomerId, CustomerId, CustomerId];

function typed(note: string, who: Partial<TypedSale>): TypedSale {
  const line = { productId: null, name: `Gula ${note}`, quantity: '2', price: '15.000' };
  return {
    ...{ customerId: null, customerName: null, newCustomer: null, soldOn: '2026-06-15' },
    lines: [{ ...line, discount: '', usualE4: null, taxRateE4: null }],
    ...{
      discount: '',
      points: '',
      rewardId: null,
      shipping: '',
      paid: '500',
      method: 'Tunai',
      dueOn: null,
      promisedOn: null,
    },
    ...{ note, prospect: null, ...who },
  };
}

/** Half-typed: to Siti, to a record that was merged into hers, to her as a new buyer, and to Budi. */
async function halfTyped(): Promise<TempShop> {
  const shop = await tempShop((raw) => {
    addCustomer(raw, { name: 'Siti Kenanga', phones: ['+6281255500137'] });
    addCustomer(raw, { name: 'Bu Siti' });
    addCustomer(raw, { name: 'Budi' });
    finishShop(raw);
  });
  await shop.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  const sales = [
    typed('satu-kenanga', { customerId: siti, customerName: 'Siti Kenanga' }),
    typed('dua-kenanga', { customerId: double, customerName: 'Bu Siti' }),
    typed('tiga-kenanga', { newCustomer: 'Siti, 0812 5550 0137' }),
    typed('empat-budi', { customerId: budi, customerName: 'Budi' }),
  ];
  for (const [at, sale] of sales.entries())
    await shop.ask('sales.keepDraft', { draft: { id: at + 1, sale } });
  const { raw, close } = openConnection(shop.database);
  raw
    .prepare('UPDATE customers SET merged_into = ?, deleted_at = ? WHERE id = ?')
    .run(siti, '2026-06-01T00:00:00.000Z', double);
  await close();
  return shop;
}

/** Notes of the half-typed sales that stand in the file. */
function kept(shop: TempShop): string[] {
  const { raw } = openConnection(shop.database, { readonly: true });
  const value = raw.prepare("SELECT value FROM settings WHERE key = 'saleDrafts'").pluck().get();
  raw.close();
  return (JSON.parse(String(value)) as { sale: TypedSale }[]).map(({ sale }) => sale.note);
}

const theirs = ['satu-kenanga', 'dua-kenanga', 'tiga-kenanga'];

it('what was half-typed of a sale to somebody is in what is handed out of them, for people and for programs', async () => {
  const shop = await halfTyped();
  const folder = tempFolder();
  shop.machine.picks.push([folder]);
  const made = await shop.ask('privacy.handOut', { customerId: siti });
  const record = JSON.parse(readFileSync(join(made?.path ?? '', 'data.json'), 'utf8'));
  expect(record.saleDrafts.map(({ note }: TypedSale) => note)).toEqual(theirs);
  const rows = Object.values(record.tables as Record<string, unknown[]>).flat().length;
  expect(made?.rows).toBe(rows + theirs.length);
  const page = readFileSync(join(made?.path ?? '', 'data.html'), 'utf8');
  for (const note of theirs) expect(page).toContain(`Gula ${note} · 2 · 15.000`);
  expect(page).toContain('<dt>Note</dt><dd>satu-kenanga</dd>');
  expect(page).not.toContain('budi');
});

it('is counted before somebody is erased, and gone after; that of others stays', async () => {
  const shop = await halfTyped();
  const { goes } = await shop.ask('privacy.survey', { customerId: siti });
  expect(goes).toContainEqual({ table: 'sale_drafts', count: theirs.length });
  await shop.ask('privacy.erase', { customerId: siti, confirm: 'Siti Kenanga' });
  expect(kept(shop)).toEqual(['empat-budi']);
  const { raw } = openConnection(shop.database);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.close();
  expect(placesOf(shop.folder, ['kenanga'])).toEqual([]);
});
