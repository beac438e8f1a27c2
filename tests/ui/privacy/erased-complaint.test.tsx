import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { complaintShop, damar, received } from '#tests/support/shop/complaint-shop.ts';

const words = {
  en: {
    more: 'More',
    menu: 'Erase this person…',
    before:
      /A complaint that is still open can be brought to its end; what is written in its steps from now on is not kept\./,
    after:
      /The steps of this complaint and their days count as always; what you write in them is not kept\./,
    told: 'What did you say?',
    save: 'Save the answer',
    next: 'The cause',
  },
  id: {
    more: 'Lainnya',
    menu: 'Hapus data orang ini…',
    before:
      /Keluhan yang belum selesai tetap bisa dituntaskan; kata-kata yang ditulis di langkahnya sejak itu tidak disimpan\./,
    after:
      /Langkah keluhan ini dan harinya tetap dihitung; kata-kata yang Anda tulis di dalamnya tidak disimpan\./,
    told: 'Apa yang Anda sampaikan?',
    save: 'Simpan jawaban',
    next: 'Sebabnya',
  },
} as const;

test.each(['en', 'id'] as const)(
  '%s: of an erased customer’s complaint it is said before and after that its words are not kept, and they are not',
  async (language) => {
    const shop = await complaintShop();
    await shop.ask('settings.update', { shopName: 'Sekar', language, currency: 'IDR' });
    const { id } = await received(shop);
    const word = words[language];
    const page = renderApp(shop.app, `/customers/${damar}`);
    await page.user.click(await screen.findByRole('button', { name: word.more }));
    await page.user.click(await screen.findByRole('menuitem', { name: word.menu, hidden: true }));
    const dialog = await screen.findByRole('dialog');
    expect(await within(dialog).findByText(word.before)).toBeTruthy();
    page.unmount();
    await shop.ask('privacy.erase', { customerId: damar, confirm: 'Kedai Tepi Kali' });
    const { user } = renderApp(shop.app, `/complaints/${id}`);
    expect(await screen.findByText(word.after)).toBeTruthy();
    await user.type(await screen.findByLabelText(word.told), 'Maaf, Pak Damar');
    await user.click(screen.getByRole('button', { name: word.save }));
    await screen.findByLabelText(word.next, { selector: 'input, textarea' });
    const { raw, close } = openConnection(shop.database, { readonly: true });
    const row = raw.prepare('SELECT answer, answered_at IS NOT NULL FROM complaints').raw().get();
    expect(row).toEqual([null, 1]);
    expect(raw.prepare('SELECT count(*) FROM interactions').pluck().get()).toBe(0);
    await close();
  },
);
