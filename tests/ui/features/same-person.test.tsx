import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

const words = {
  en: {
    lead: 'Almost certain',
    pair: 'Ratna Kusumawardani and Bu Ratna Kusumawardani',
    becomes:
      'They become one customer, Ratna Kusumawardani, with 5 purchases for Rp 700, the last on 8 May 2026.',
    record: 'Bu Ratna Kusumawardani merged into Ratna Kusumawardani',
    sales: '3 + 2 = 5',
    merge: 'Merge',
    done: 'Bu Ratna Kusumawardani merged into Ratna Kusumawardani.',
    none: 'No two customers look like one person.',
    merged: /^Merged 1$/,
    takeApart: 'Take Bu Ratna Kusumawardani apart',
    apart: 'Two people',
    told: /^Two people 1$/,
    again: 'Ask again about Ratna Kusumawardani and Bu Ratna Kusumawardani',
    open: /^Undecided 1$/,
  },
  id: {
    lead: 'Hampir pasti',
    pair: 'Ratna Kusumawardani dan Bu Ratna Kusumawardani',
    becomes:
      'Menjadi satu pelanggan, Ratna Kusumawardani, dengan 5 pembelian seharga Rp 700, terakhir 8 Mei 2026.',
    record: 'Bu Ratna Kusumawardani digabung ke Ratna Kusumawardani',
    sales: '3 + 2 = 5',
    merge: 'Gabungkan',
    done: 'Bu Ratna Kusumawardani digabung ke Ratna Kusumawardani.',
    none: 'Tidak ada dua pelanggan yang tampak seperti satu orang.',
    merged: /^Digabung 1$/,
    takeApart: 'Pisahkan Bu Ratna Kusumawardani',
    apart: 'Dua orang berbeda',
    told: /^Dua orang berbeda 1$/,
    again: 'Tanyakan lagi Ratna Kusumawardani dan Bu Ratna Kusumawardani',
    open: /^Belum diputuskan 1$/,
  },
} as const;

test.each(['en', 'id'] as const)(
  'two records of one person are merged, and taken apart a week later: %s',
  async (language) => {
    const say = words[language];
    const made = await tempShop((raw) => {
      const phones = ['+6281255500137'];
      const ratna = addCustomer(raw, { name: 'Ratna Kusumawardani', phones, city: 'Sleman' });
      const bu = addCustomer(raw, { name: 'Bu Ratna Kusumawardani', phones, note: 'Antar sore' });
      for (const [customerId, count] of [
        [ratna, 3],
        [bu, 2],
      ] as const)
        for (let sale = 0; sale < count; sale += 1)
          addSale(raw, {
            // She of the lesser record bought last: on the 8th.
            ...{ customerId, soldOn: `2026-05-0${sale + (customerId === bu ? 7 : 1)}` },
            revenueMinor: 10_000 * customerId,
          });
      finishShop(raw);
    });
    await made.ask('settings.update', { shopName: 'Sekar Pagi', language, currency: 'IDR' });
    const { user } = renderApp(made.app, '/customers/same');
    const card = await screen.findByRole('region', { name: say.pair });
    expect(within(card).getByText(say.lead)).toBeTruthy();
    expect(await within(card).findByText(say.sales)).toBeTruthy();
    expect(
      within(card).getByText((text) => text.replaceAll('\u00a0', ' ') === say.becomes),
    ).toBeTruthy();
    await user.click(within(card).getByRole('button', { name: say.merge }));
    expect(await screen.findByText(say.done)).toBeTruthy();
    expect(await screen.findByText(say.none)).toBeTruthy();
    expect((await made.ask('customers.list', {})).rows).toHaveLength(1);
    made.machine.day = '2026-06-22';
    await user.click(await screen.findByRole('radio', { name: say.merged }));
    expect(await screen.findByRole('link', { name: say.record })).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: say.takeApart }));
    await user.click(await screen.findByRole('radio', { name: say.open }));
    const again = await screen.findByRole('region', { name: say.pair });
    expect((await made.ask('customers.list', {})).rows).toHaveLength(2);
    await user.click(within(again).getByRole('button', { name: say.apart }));
    expect(await screen.findByText(say.none)).toBeTruthy();
    await user.click(await screen.findByRole('radio', { name: say.told }));
    await user.click(await screen.findByRole('button', { name: say.again }));
    await user.click(await screen.findByRole('radio', { name: say.open }));
    expect(await screen.findByRole('region', { name: say.pair })).toBeTruthy();
  },
);
