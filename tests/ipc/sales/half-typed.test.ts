import { once } from 'node:events';
import { expect, it } from 'vitest';
import type { SaleDraft } from '#shared/contract/sales/drafts.ts';
import { mostDrafts } from '#shared/contract/sales/drafts.ts';
import { openHeadlessDoor } from '#tests/support/app/headless-door.ts';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { directShop } from '#tests/support/shop/direct-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

function draft(id: number, parts: Partial<SaleDraft['sale']> = {}): SaleDraft {
  const line = { productId: null, name: 'Kopi', quantity: '2', price: '25rb', discount: '' };
  return {
    id,
    sale: {
      ...{ customerId: null, customerName: null, newCustomer: null, soldOn: '2026-06-15' },
      lines: [{ ...line, usualE4: null, taxRateE4: null }],
      ...{
        discount: '',
        points: '5',
        rewardId: 1,
        shipping: '15rb',
        paid: '',
        method: 'Tunai',
        dueOn: null,
      },
      ...{ promisedOn: null, note: '', prospect: null, ...parts },
    },
  };
}

it('what is half-typed is kept as it was typed, each once, until it is let go', async () => {
  const shop = await directShop();
  const settings = JSON.stringify(await shop.ask('settings.get', {}));
  for (const id of [2, 1]) await shop.ask('sales.keepDraft', { draft: draft(id) });
  const changed = draft(2, { paid: 'belum tahu', note: 'Antar sore' });
  await shop.ask('sales.keepDraft', { draft: changed });
  expect((await shop.ask('sales.drafts', {})).drafts).toEqual([draft(1), changed]);
  expect(JSON.stringify(await shop.ask('settings.get', {}))).toBe(settings);
  await shop.ask('sales.dropDraft', { id: 1 });
  await shop.ask('sales.dropDraft', { id: 1 });
  expect((await shop.ask('sales.drafts', {})).drafts).toEqual([changed]);
});

it('says so where there are too many, and loses none of them', async () => {
  const shop = await directShop();
  for (let id = 1; id <= mostDrafts; id += 1)
    await shop.ask('sales.keepDraft', { draft: draft(id) });
  await expect(shop.ask('sales.keepDraft', { draft: draft(mostDrafts + 1) })).rejects.toMatchObject(
    { error: { code: 'CONFLICT', reason: 'drafts-many' } },
  );
  await shop.ask('sales.keepDraft', { draft: draft(1, { note: 'Jadi' }) });
  const { drafts } = await shop.ask('sales.drafts', {});
  expect([drafts.length, drafts[0]?.sale.note]).toEqual([mostDrafts, 'Jadi']);
});

it('a row that another version wrote, or none can read, keeps nobody from the others', async () => {
  const shop = await directShop();
  const rows = [draft(1), { id: 2, sale: { later: true } }, 'x'];
  shop.raw
    .prepare("INSERT INTO settings (key, value) VALUES ('saleDrafts', ?)")
    .run(JSON.stringify(rows));
  expect((await shop.ask('sales.drafts', {})).drafts).toEqual([draft(1)]);
});

it('goes with the person it is for, and says nothing of somebody who was erased', async () => {
  const shop = await directShop();
  const [ratna, budi] = [
    addCustomer(shop.raw, { name: 'Ratna Kusuma', phones: ['+6281234567890'] }),
    addCustomer(shop.raw, { name: 'Budi' }),
  ];
  finishShop(shop.raw);
  const theirs = { customerId: ratna as never, customerName: 'Ratna Kusuma' };
  await shop.ask('sales.keepDraft', { draft: draft(1, theirs) });
  const other = { customerId: budi as never, customerName: 'Budi' };
  await shop.ask('sales.keepDraft', { draft: draft(2, { ...other, note: 'Titip Ratna Kusuma' }) });
  await shop.ask('privacy.erase', { customerId: ratna as never, confirm: 'Ratna Kusuma' });
  expect((await shop.ask('sales.drafts', {})).drafts).toEqual([draft(2, other)]);
});

it('is there after the app was ended in the midst of it', async () => {
  const data = tempFolder();
  const first = openHeadlessDoor(data);
  expect(await first.ask('sales.keepDraft', { draft: draft(1) })).toMatchObject({ ok: true });
  const ended = once(first.process, 'exit');
  first.process.kill('SIGKILL');
  await ended;
  const second = openHeadlessDoor(data);
  try {
    expect(await second.ask('sales.drafts', {})).toMatchObject({
      ...{ ok: true, value: { drafts: [draft(1)] } },
    });
  } finally {
    await second.close();
  }
});
