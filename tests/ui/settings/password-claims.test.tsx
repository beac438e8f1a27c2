import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openEnvelope } from '#db/file/key-envelope.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

const words = {
  en: {
    set: 'Set a password…',
    change: 'Change the password…',
    fields: ['New password', 'The new password once more'],
    current: 'The password, or the recovery code',
    button: 'Set the password',
    changeButton: 'Change it',
    hint: 'Not protected by it: files that you export, your own files that you bring in, and backups saved elsewhere before the password was set. What Langgan keeps of a file while it waits on the import is protected.',
    lead: 'The old password and the old recovery code no longer open the shop. Backups that lie elsewhere still open with them.',
    kept: 'I have kept the code',
    done: 'Done',
    replace: 'Put protected backups there, then remove the readable one',
    running: 'Replacing the backups in the second folder …',
    left: (folder: string) =>
      `No protected backup could be put into the second folder, so the readable ones are still there: ${folder}. Delete them by hand, or try again on the backups page.`,
  },
  id: {
    set: 'Pasang kata sandi…',
    change: 'Ganti kata sandi…',
    fields: ['Kata sandi baru', 'Kata sandi baru sekali lagi'],
    current: 'Kata sandi, atau kode pemulihan',
    button: 'Pasang kata sandi',
    changeButton: 'Ganti',
    hint: 'Yang tidak terlindungi: file yang Anda ekspor, file milik Anda sendiri yang Anda impor, dan cadangan yang disimpan di tempat lain sebelum kata sandi dipasang. Yang disimpan Langgan dari sebuah file selama menunggu di impor ikut terlindungi.',
    lead: 'Kata sandi dan kode pemulihan yang lama tidak lagi membuka toko. Cadangan di tempat lain masih terbuka dengan yang lama.',
    kept: 'Kode sudah saya simpan',
    done: 'Selesai',
    replace: 'Taruh cadangan yang terlindungi di sana, lalu hapus 1 yang bisa dibaca',
    running: 'Mengganti cadangan di folder kedua …',
    left: (folder: string) =>
      `Cadangan yang terlindungi tidak bisa ditaruh di folder kedua, jadi yang bisa dibaca masih ada di sana: ${folder}. Hapus sendiri, atau coba lagi di halaman cadangan.`,
  },
} as const;
type Language = keyof typeof words;
const both = ['en', 'id'] as const;
const canary = 'Kenanga Wulandari';
const former = 'kopi tubruk 77';

async function shopIn(language: Language): Promise<TempShop> {
  const shop = await tempShop();
  await shop.ask('settings.update', { shopName: 'Sekar', language, currency: 'IDR' });
  return shop;
}

type User = ReturnType<typeof renderApp>['user'];

/** Types into the dialog what it asks for, and says yes. */
async function fill(user: User, of: Language, [current, password]: readonly [string, string]) {
  const word = words[of];
  const dialog = await screen.findByRole('dialog');
  const typed = word.fields.map((label) => [label, password] as const);
  const all = current === '' ? typed : [[word.current, current] as const, ...typed];
  for (const [label, text] of all) {
    await user.click(within(dialog).getByLabelText(label));
    await user.paste(text);
  }
  const button = current === '' ? word.button : word.changeButton;
  await user.click(within(dialog).getByRole('button', { name: button }));
}

/** Files below a folder that hold some text. */
function holding(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => readFileSync(path).includes(text));
}

test.each(both)('%s: what a password protects and what not, said as it is', async (of) => {
  const shop = await shopIn(of);
  const outside = tempFolder();
  const csv = `Nama;Telepon\n${canary};081298765432\n`;
  const base64 = Buffer.from(csv).toString('base64');
  const piece = { draftId: null, file: 0, name: 'a.csv', offset: 0, base64, isLast: true };
  const { draftId } = await shop.ask('imports.receive', piece);
  await shop.ask('imports.inspect', { draftId });
  const own = join(outside, 'own.csv');
  writeFileSync(own, csv);
  shop.machine.picks.push([own]);
  await shop.ask('imports.choose', { draftId });
  expect(holding(shop.folder, canary).length).toBeGreaterThanOrEqual(3);
  const { user } = renderApp(shop.app, '/settings');
  await user.click(await screen.findByRole('button', { name: words[of].set }));
  await fill(user, of, ['', former]);
  await user.click(await screen.findByLabelText(words[of].kept));
  await user.click(screen.getByRole('button', { name: words[of].done }));
  expect(await screen.findByText(words[of].hint)).toBeTruthy();
  // Kept of a file that waits: protected. The owner's own file, and one that is exported: not.
  expect(holding(shop.folder, canary)).toEqual([]);
  await shop.ask('imports.inspect', { draftId });
  expect(holding(shop.folder, canary)).toEqual([]);
  await shop.ask('imports.commit', { draftId });
  const list = join(outside, 'list.csv');
  shop.machine.picks.push([list]);
  await shop.ask('customers.export', { format: 'csv', titles: { name: 'Nama' } });
  expect(holding(outside, canary).toSorted()).toEqual([list, own].toSorted());
});

test.each(both)(
  '%s: what opens the shop after a change, and what the copies elsewhere, said as it is',
  async (of) => {
    const shop = await shopIn(of);
    const { recoveryCode } = await shop.ask('password.set', { password: former });
    await shop.ask('backups.make', { cause: 'manual' });
    const elsewhere = join(tempFolder(), 'copies');
    cpSync(join(shop.folder, 'backups'), elsewhere, { recursive: true });
    const { user } = renderApp(shop.app, '/settings');
    await user.click(await screen.findByRole('button', { name: words[of].change }));
    expect(within(await screen.findByRole('dialog')).getByText(words[of].lead)).toBeTruthy();
    await fill(user, of, [former, 'mawar-melati']);
    await screen.findByLabelText(words[of].kept);
    const opens = (path: string, secret: string) => {
      const kept = JSON.parse(readFileSync(path, 'utf8'));
      return openEnvelope(kept.key ?? kept, secret);
    };
    const copy = readdirSync(elsewhere).find((name) => name.endsWith('.db.json')) ?? '';
    for (const secret of [former, recoveryCode]) {
      expect(await opens(join(shop.folder, 'langgan.key'), secret)).toBeNull();
      expect(await opens(join(shop.folder, 'backups', copy), secret)).toBeNull();
      expect(await opens(join(elsewhere, copy), secret)).not.toBeNull();
    }
  },
);

test.each(both)(
  '%s: that the second folder took no protected copy is said, and what lies there is as it was',
  async (of) => {
    const shop = await shopIn(of);
    const folder = tempFolder();
    shop.machine.picks.push([folder]);
    await shop.ask('backups.chooseSecond', {});
    await shop.ask('backups.make', { cause: 'manual' });
    await shop.ask('backups.fillSecond', {});
    const readable = () => holding(folder, 'SQLite format 3');
    const before = readable();
    expect(before).toHaveLength(1);
    const { user } = renderApp(shop.app, '/settings');
    await user.click(await screen.findByRole('button', { name: words[of].set }));
    await user.click(await screen.findByLabelText(words[of].replace));
    // Nothing can be put where a folder lies under the name that it is written under first.
    const [name = ''] = readdirSync(folder).filter((one) => one.endsWith('.db'));
    const twin = name.replace(/\.db$/, '-protected.db');
    mkdirSync(join(folder, `${twin}.partial`, 'full'), { recursive: true });
    const seen: string[] = [];
    const watching = new MutationObserver(() => {
      if (screen.queryByText(words[of].running) !== null) seen.push('running');
      if (screen.queryByText(words[of].left(folder)) !== null) seen.push('left');
    });
    watching.observe(document.body, { childList: true, subtree: true, characterData: true });
    await fill(user, of, ['', former]);
    expect(await screen.findByText(words[of].left(folder))).toBeTruthy();
    watching.disconnect();
    // It was said while it went on, and not after.
    expect(seen[0]).toBe('running');
    expect(seen.at(-1)).toBe('left');
    expect(screen.queryByText(words[of].running)).toBeNull();
    expect(readable()).toEqual(before);
    rmSync(join(folder, `${twin}.partial`), { recursive: true });
  },
);
