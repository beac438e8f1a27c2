import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';
import { tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const later = {
  en: {
    open: '1 backup there was made before the password and stays readable',
    replace: 'Replace by protected ones',
  },
  id: {
    open: '1 cadangan di sana dibuat sebelum ada kata sandi dan tetap bisa dibaca',
    replace: 'Ganti dengan yang terlindungi',
  },
} as const;

const words = {
  en: {
    set: 'Set a password…',
    title: 'Set a password',
    fields: ['New password', 'The new password once more'],
    open: (count: number, folder: string) =>
      `${count} backups in the second folder (${folder}) were made without a password and stay readable: whoever has that folder can read them.`,
    replace: (count: number) =>
      `Put protected backups there, then remove the ${count} readable ones`,
    button: 'Set the password',
    done: (count: number) =>
      `${count} readable backups were removed from the second folder; protected ones are there instead.`,
  },
  id: {
    set: 'Pasang kata sandi…',
    title: 'Pasang kata sandi',
    fields: ['Kata sandi baru', 'Kata sandi baru sekali lagi'],
    open: (count: number, folder: string) =>
      `${count} cadangan di folder kedua (${folder}) dibuat tanpa kata sandi dan tetap bisa dibaca: siapa pun yang memegang folder itu bisa membacanya.`,
    replace: (count: number) =>
      `Taruh cadangan yang terlindungi di sana, lalu hapus ${count} yang bisa dibaca`,
    button: 'Pasang kata sandi',
    done: (count: number) =>
      `${count} cadangan yang bisa dibaca sudah dihapus dari folder kedua; gantinya cadangan yang terlindungi.`,
  },
} as const;

test.each(['en', 'id'] as const)(
  '%s: what stays readable in the second folder is said before the password is set, and replaced if wanted',
  async (language) => {
    const shop = await tempShop();
    await shop.ask('settings.update', { shopName: 'Sekar', language, currency: 'IDR' });
    const folder = tempFolder();
    shop.machine.picks.push([folder]);
    await shop.ask('backups.chooseSecond', {});
    for (const time of ['03:01', '03:02']) {
      shop.machine.time = time;
      await shop.ask('backups.make', { cause: 'manual' });
    }
    await shop.ask('backups.fillSecond', {});
    const readable = () =>
      readdirSync(folder).filter((name) =>
        readFileSync(join(folder, name)).includes('SQLite format 3'),
      ).length;
    const count = readable();
    expect(count).toBe(2);
    const word = words[language];
    const { user } = renderApp(shop.app, '/settings');
    await user.click(await screen.findByRole('button', { name: word.set }));
    const dialog = await screen.findByRole('dialog', { name: word.title });
    expect(await within(dialog).findByText(word.open(count, folder))).toBeTruthy();
    await user.click(within(dialog).getByLabelText(word.replace(count)));
    for (const label of word.fields) {
      await user.click(within(dialog).getByLabelText(label));
      await user.paste('kopi tubruk 77');
    }
    await user.click(within(dialog).getByRole('button', { name: word.button }));
    expect(await screen.findByText(word.done(count))).toBeTruthy();
    expect(readable()).toBe(0);
  },
);

test.each(['en', 'id'] as const)(
  '%s: the backups page says it later, too, until they are replaced',
  async (language) => {
    const shop = await tempShop();
    await shop.ask('settings.update', { shopName: 'Sekar', language, currency: 'IDR' });
    const folder = tempFolder();
    shop.machine.picks.push([folder]);
    await shop.ask('backups.chooseSecond', {});
    await shop.ask('backups.make', { cause: 'manual' });
    await shop.ask('backups.fillSecond', {});
    await shop.ask('password.set', { password: 'kopi tubruk 77' });
    const word = later[language];
    const { user } = renderApp(shop.app, '/settings/backups');
    expect(await screen.findByText(word.open)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: word.replace }));
    await waitFor(() => expect(screen.queryByText(word.open)).toBeNull());
    const [first = ''] = readdirSync(folder).filter((name) => name.endsWith('.db'));
    expect(readFileSync(join(folder, first)).includes('SQLite format 3')).toBe(false);
  },
);
