import { notifications } from '@mantine/notifications';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, finishShop } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

// Toasts are the window's, and known by their batch: those of the test before would stand in the way.
beforeEach(() => notifications.clean());

type Facts = Input<'reviews.create'>;

const reviews: readonly Facts[] = [
  {
    platform: 'google',
    author: 'Rini',
    rating: 1,
    text: 'Pelayanannya ketus.',
    postedOn: '2026-06-10',
  },
  {
    platform: 'shopee',
    author: 'kopi_lover',
    rating: 5,
    text: 'Kopinya segar!',
    url: 'https://shopee.co.id/x',
    postedOn: '2026-06-15',
    customerId: 1 as CustomerId,
  },
  { platform: 'gofood', author: '', rating: 3, text: '', postedOn: '2026-05-01' },
];

async function openReviews(list: readonly Facts[] = reviews) {
  const shop = await tempShop((raw) => {
    addCustomer(raw, { name: 'Bapak Damar', phones: ['+628125550118'] });
    finishShop(raw);
  });
  await shop.ask('settings.update', {
    shopName: 'Sekar Pagi',
    language: 'id',
    currency: 'IDR',
    timeZone: 'Asia/Jakarta',
    replyName: 'Sekar',
    replyContact: '0812-9999-0000',
  });
  for (const facts of list) await shop.ask('reviews.create', facts);
  const rendered = renderApp(shop.app, '/complaints/reviews');
  await screen.findByRole('heading', { level: 1, name: 'Ulasan' });
  return { shop, ...rendered };
}

/** The list’s reviews, by who wrote them. */
async function shown(): Promise<(string | null)[]> {
  const list = await screen.findByRole('list', { name: 'Daftar ulasan' });
  return within(list)
    .getAllByRole('heading')
    .map((one) => one.textContent);
}

async function item(name: string) {
  const heading = await screen.findByRole('heading', { level: 2, name });
  const found = heading.closest('li');
  if (found === null) throw new Error(`no review by ${name}`);
  return within(found);
}

/** The test's window lays nothing out, so Mantine takes a menu's button for scrolled away and hides the menu. */
function menuItem(name: string) {
  return screen.findByRole('menuitem', { name, hidden: true });
}

async function listed(shop: TempShop) {
  return (await shop.ask('reviews.list', {})).rows;
}

test('the register says how many wait and what the stars come to, and filters', async () => {
  const { user, addresses } = await openReviews();
  expect(await screen.findByText('3 ulasan menunggu jawaban. Rata-rata 3 bintang.')).toBeTruthy();
  expect(await shown()).toEqual(['kopi_lover', 'Rini', 'Tanpa nama']);
  expect((await item('Rini')).getByText('1 dari 5 bintang')).toBeTruthy();
  expect((await item('Rini')).getByText('Menunggu jawaban 5 hari')).toBeTruthy();
  expect((await item('kopi_lover')).getByText('Masuk hari ini, belum dijawab')).toBeTruthy();
  expect((await item('Tanpa nama')).getByText('Hanya bintang, tanpa kata-kata.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Menunggu jawaban 3' }));
  await waitFor(async () => expect(await shown()).toEqual(['Tanpa nama', 'Rini', 'kopi_lover']));
  await user.click(screen.getByRole('button', { name: 'Bintang 1–2 1' }));
  await waitFor(async () => expect(await shown()).toEqual(['Rini']));
  await user.type(screen.getByLabelText('Cari di ulasan'), 'kopi');
  expect(await screen.findByText('Tidak ada ulasan yang cocok')).toBeTruthy();
  expect(addresses.at(-1)).toBe('/complaints/reviews?only=negative&search=kopi');
  await user.click(screen.getByRole('button', { name: 'Lepas saringan' }));
  await waitFor(async () => expect(await shown()).toHaveLength(3));
  expect(screen.getByLabelText<HTMLInputElement>('Cari di ulasan').value).toBe('');
});

test('the first review is written down from the empty page, and what is wrong is said', async () => {
  const { shop, user } = await openReviews([]);
  await screen.findByText('Belum ada ulasan');
  await user.click(screen.getByRole('button', { name: 'Catat ulasan' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Catat ulasan' }));
  const save = dialog.getByRole('button', { name: 'Simpan ulasan' });
  await user.click(save);
  expect(await dialog.findByText('Isi bintangnya atau kata-katanya.')).toBeTruthy();
  await user.click(dialog.getByText('2 ★'));
  await user.type(dialog.getByLabelText('Isi ulasan'), 'Kuenya penyok');
  await user.type(dialog.getByLabelText('Nama penulis'), 'Sari');
  await user.type(dialog.getByLabelText('Tautan ulasan'), 'bukan tautan');
  await user.click(save);
  expect(await dialog.findByText(/Ini bukan tautan web/)).toBeTruthy();
  await user.clear(dialog.getByLabelText('Tautan ulasan'));
  await user.type(dialog.getByLabelText('Tautan ulasan'), 'maps.app.goo.gl/abc');
  await user.click(save);
  expect(await shown()).toEqual(['Sari']);
  expect((await listed(shop))[0]?.facts).toEqual({
    customerId: null,
    platform: 'google',
    author: 'Sari',
    rating: 2,
    text: 'Kuenya penyok',
    url: 'https://maps.app.goo.gl/abc',
    postedOn: '2026-06-15',
  });
});

test('a review is answered in its place: copied, its page opened, and recorded', async () => {
  const { shop, user } = await openReviews();
  const review = await item('kopi_lover');
  await user.click(review.getByRole('button', { name: 'Jawab' }));
  const box = await review.findByLabelText<HTMLTextAreaElement>('Balasan umum untuk kopi_lover');
  await user.click(review.getByRole('button', { name: 'Pakai contoh' }));
  await user.click(await menuItem('Terima kasih atas pujian'));
  expect(box.value).toMatch(/terima kasih sudah menyempatkan/);
  await user.click(review.getByRole('button', { name: 'Salin dan buka ulasannya' }));
  await user.click(await review.findByRole('button', { name: /Sudah terkirim/ }));
  await waitFor(async () => expect((await listed(shop))[0]?.answer).not.toBeNull());
  expect(shop.machine.opened).toEqual(['https://shopee.co.id/x']);
  expect(await navigator.clipboard.readText()).toBe((await listed(shop))[0]?.answer);
  expect(await (await item('kopi_lover')).findByText('Dijawab 15 Jun 2026')).toBeTruthy();
  expect(await screen.findByText(/^2 ulasan menunggu jawaban/)).toBeTruthy();
});

test('a bad review rests before it is answered, and the amount in it is held back', async () => {
  const { user } = await openReviews();
  const review = await item('Rini');
  await user.click(review.getByRole('button', { name: 'Jawab' }));
  const box = await review.findByLabelText('Balasan umum untuk Rini');
  fireEvent.change(box, {
    target: { value: 'Rini, terima kasih dan maaf. Rp 50.000 kami kembalikan ke 0813-7777-8888.' },
  });
  expect(await review.findByText(/Istirahat dulu, kirim setelah/)).toBeTruthy();
  expect(review.getByText('Data pribadi di depan umum')).toBeTruthy();
});

test('a review becomes a complaint and leads to it, and can be noted as revised', async () => {
  const { shop, user, addresses } = await openReviews();
  await user.click((await item('Rini')).getByRole('button', { name: 'Jadikan keluhan' }));
  const link = await (await item('Rini')).findByRole('link', { name: /^Keluhan / });
  const complaintId = (await listed(shop)).find((one) => one.facts.author === 'Rini')?.complaintId;
  expect(link.getAttribute('href')).toBe(`/complaints/${complaintId}`);
  expect((await item('Rini')).queryByRole('button', { name: 'Jadikan keluhan' })).toBeNull();
  await user.click((await item('Rini')).getByRole('button', { name: 'Pilihan untuk ulasan Rini' }));
  await user.click(await menuItem('Sudah diperbarui'));
  const dialog = within(await screen.findByRole('dialog', { name: 'Ulasan diperbarui' }));
  await user.click(dialog.getByText('4 ★'));
  await user.click(dialog.getByRole('button', { name: 'Simpan' }));
  expect(await (await item('Rini')).findByText('4 dari 5 bintang')).toBeTruthy();
  expect((await item('Rini')).getByText('semula 1')).toBeTruthy();
  expect(await screen.findByText(/Rata-rata 3 bintang saat ditulis, sekarang 4\./)).toBeTruthy();
  expect(addresses.at(-1)).toBe('/complaints/reviews');
});

test('once the complaint is solved the customer is to be asked tomorrow', async () => {
  const { shop, user } = await openReviews();
  const [review] = await listed(shop);
  if (review === undefined) throw new Error('no review');
  const { complaintId: id } = await shop.ask('reviews.complain', { id: review.id });
  await shop.ask('complaints.step', { id, step: { move: 'answer', answer: 'Maaf' } });
  await shop.ask('complaints.step', { id, step: { move: 'diagnose', cause: 'Simpan' } });
  await shop.ask('complaints.step', { id, step: { move: 'resolve', solution: 'Diganti' } });
  const shownItem = await item('kopi_lover');
  // Five stars cannot be bettered.
  expect(shownItem.queryByRole('button', { name: 'Minta diperbarui' })).toBeNull();
  await shop.ask('reviews.update', { id: review.id, facts: { ...review.facts, rating: 2 } });
  await user.click(await shownItem.findByRole('button', { name: 'Minta diperbarui' }));
  expect(await shownItem.findByText('Diminta diperbarui 15 Jun 2026')).toBeTruthy();
  const dates = await shop.ask('followUps.ofCustomer', { customerId: 1 as CustomerId });
  expect(dates).toMatchObject([{ dueOn: '2026-06-16', cause: 'review' }]);
});

test('a review is deleted and brought back', async () => {
  const { user } = await openReviews();
  await user.click((await item('Rini')).getByRole('button', { name: 'Pilihan untuk ulasan Rini' }));
  await user.click(await menuItem('Hapus'));
  await waitFor(async () => expect(await shown()).toEqual(['kopi_lover', 'Tanpa nama']));
  const toast = (await screen.findByText('Ulasan dipindahkan ke tempat sampah')).closest(
    '[role=alert]',
  );
  await user.click(within(toast as HTMLElement).getByRole('button', { name: 'Urungkan' }));
  await waitFor(async () => expect(await shown()).toHaveLength(3));
});
