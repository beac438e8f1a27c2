import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { listBackups } from '#db/file/backup.ts';
import { openConnection } from '#db/file/client.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { complaintShop, damar, lembayung } from '#tests/support/shop/complaint-shop.ts';

const words = {
  en: {
    more: 'More',
    menu: 'Erase this person…',
    goes: (count: number) =>
      new RegExp(
        `^Goes for good: the name and every note, and with them .* and ${count} half-typed sales\\.`,
      ),
    copies: (count: number, day: string) => `${count} backup of ${day} still holds this person.`,
    tag: 'en-GB',
  },
  id: {
    more: 'Lainnya',
    menu: 'Hapus data orang ini…',
    goes: (count: number) =>
      new RegExp(`, beserta .* dan ${count} penjualan yang baru setengah diketik\\.`),
    copies: (count: number, day: string) => `${count} cadangan dari ${day} masih memuat orang ini.`,
    tag: 'id-ID',
  },
} as const;

test.each(['en', 'id'] as const)(
  '%s: half-typed sales to somebody are counted among what goes, and a copy by its day',
  async (language) => {
    const shop = await complaintShop();
    await shop.ask('settings.update', { shopName: 'Sekar', language, currency: 'IDR' });
    const blank = {
      ...{ customerName: null, newCustomer: null, soldOn: '2026-06-15', lines: [], discount: '' },
      ...{ shipping: '', paid: '', method: '', dueOn: null, promisedOn: null, note: 'Gula' },
      prospect: null,
    };
    for (const [at, customerId] of [damar, damar, lembayung].entries())
      await shop.ask('sales.keepDraft', { draft: { id: at + 1, sale: { ...blank, customerId } } });
    await shop.ask('backups.make', { cause: 'manual' });
    const copies = await listBackups(join(shop.folder, 'backups'));
    const day = new Intl.DateTimeFormat(words[language].tag, {
      dateStyle: 'long',
      timeZone: 'Asia/Jakarta',
    }).format(new Date(copies[0]?.madeAt ?? 0));
    const { raw } = openConnection(shop.database, { readonly: true });
    const counted = raw
      .prepare(
        `SELECT count(*) FROM settings s, json_each(s.value) d
         WHERE s.key = 'saleDrafts' AND d.value ->> '$.sale.customerId' = ?`,
      )
      .pluck()
      .get(damar);
    raw.close();
    const { user } = renderApp(shop.app, `/customers/${damar}`);
    await user.click(await screen.findByRole('button', { name: words[language].more }));
    await user.click(
      await screen.findByRole('menuitem', { name: words[language].menu, hidden: true }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(
      await within(dialog).findByText(words[language].goes(Number(counted)), { selector: 'b' }),
    ).toBeTruthy();
    const text = dialog.textContent?.replaceAll(/\s/g, ' ');
    expect(text).toContain(words[language].copies(copies.length, day));
  },
);
