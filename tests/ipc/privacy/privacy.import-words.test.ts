import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import type { CustomerId } from '#shared/ids.ts';
import { canary, placesOf } from '#tests/support/shop/private-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

async function bring(shop: TempShop, name: string, rows: readonly string[]): Promise<void> {
  const path = join(tempFolder(), name);
  writeFileSync(path, `${rows.join('\n')}\n`);
  shop.machine.picks.push([path]);
  const { draftId } = (await shop.ask('imports.choose', {})) ?? { draftId: '' };
  await shop.ask('imports.inspect', { draftId });
  await shop.ask('imports.check', { draftId });
  await shop.ask('imports.commit', { draftId });
}

/** Notes as they stand in the file, by the number of their sale. */
function notes(shop: TempShop): unknown {
  const { raw } = openConnection(shop.database);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  const rows = raw.prepare('SELECT number, note FROM sales ORDER BY number').raw().all();
  raw.close();
  return Object.fromEntries(rows as [string, string | null][]);
}

it('a file that has a note for a sale of somebody who was erased brings no word of it, and those of others', async () => {
  const shop = await tempShop();
  await bring(shop, 'first.csv', [
    'Tanggal;Nota;Pelanggan;No HP;Total',
    '2026-03-05;N1;Siti;0812-5550-0137;1000',
    '2026-03-06;N2;Budi;0812-0000-0002;2000',
  ]);
  const { rows } = await shop.ask('customers.list', {});
  const siti = rows.find(({ name }) => name === 'Siti')?.id as CustomerId;
  await shop.ask('privacy.erase', { customerId: siti, confirm: 'Siti' });
  // As if both were written down by hand: the number alone says whose the rows of a file are.
  const { raw, close } = openConnection(shop.database);
  raw.exec('UPDATE sales SET import_id = NULL');
  await close();
  await bring(shop, 'notes.csv', [
    'Tanggal;Nota;Total;Catatan',
    `2026-03-05;N1;1000;${canary} minta diantar`,
    '2026-03-06;N2;2000;Minta nota',
  ]);
  expect(notes(shop)).toEqual({ N1: null, N2: 'Minta nota' });
  expect(placesOf(shop.folder, [canary])).toEqual([]);
});
