import { notifications } from '@mantine/notifications';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { today } from '#tests/support/shop/build-shop.ts';
import { renderComposer, shopWithComplaint } from './render-composer.tsx';

// Toasts are the window's, and known by their batch: those of the test before would stand in the way.
beforeEach(() => notifications.clean());

const GOOD =
  'Pak Damar, terima kasih sudah mengabari, dan maaf untuk kopi yang apek. Kopi kami mestinya sampai segar. Besok pagi kami antar gantinya. Ada apa pun, langsung ke saya di nomor ini. Sekar';
const HEATED =
  'Pak Damar, maaf, tapi itu bukan kesalahan kami. Bapak seharusnya menyimpan di tempat kering.';

async function box() {
  return screen.findByLabelText<HTMLTextAreaElement>('Balasan untuk Pak Damar');
}

/** The test's window lays nothing out, so Mantine takes a menu's button for scrolled away and hides the menu. */
function menuItem(name: string) {
  return screen.findByRole('menuitem', { name, hidden: true });
}

async function write(text: string) {
  fireEvent.change(await box(), { target: { value: text } });
}

test('a good reply shows its signs and is handed to WhatsApp; one key records it', async () => {
  const { shop, about } = await shopWithComplaint();
  const onSent = vi.fn();
  const { user } = await renderComposer(shop, { about, onSent });
  await write(GOOD);
  const signs = screen.getByRole('list', { name: 'Pemeriksaan balasan' });
  expect(
    within(signs)
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual(['Ada maaf', 'Tanpa dalih', '32 kata']);
  expect(screen.queryByRole('list', { name: 'Yang sebaiknya diubah' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Kirim lewat WhatsApp' }));
  const sent = await screen.findByRole('button', { name: /Sudah terkirim/ });
  expect(shop.machine.opened).toEqual([
    `https://wa.me/628125550118?text=${encodeURIComponent(GOOD)}`,
  ]);
  expect(document.activeElement).toBe(sent);
  expect(onSent).not.toHaveBeenCalled();
  await user.keyboard('{Enter}');
  await waitFor(() => expect(onSent).toHaveBeenCalledOnce());
  const page = await shop.ask('complaints.get', { id: about.id as never });
  expect(page).toMatchObject({ state: 'answered', answer: GOOD });
  await waitFor(async () => expect((await box()).value).toBe(''));

  await user.click(await screen.findByRole('button', { name: 'Urungkan' }));
  await waitFor(async () => expect((await box()).value).toBe(GOOD));
  const back = await shop.ask('complaints.get', { id: about.id as never });
  expect(back.state).toBe('received');
});

test('a heated reply rests, is quietly let go all the same, and says why and what else', async () => {
  const { shop, about } = await shopWithComplaint();
  const { user } = await renderComposer(shop, { about });
  await write(HEATED);
  // Ten in the morning and thirty minutes.
  expect(await screen.findByText('Istirahat dulu, kirim setelah 10.30')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Kirim lewat/ })).toBeNull();
  const findings = screen.getByRole('list', { name: 'Yang sebaiknya diubah' });
  expect(within(findings).getByText('Membela diri')).toBeTruthy();
  expect(within(findings).getByText('Maaf dengan alasan')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Tunjukkan: bukan kesalahan kami' }));
  const area = await box();
  expect(area.value.slice(area.selectionStart, area.selectionEnd)).toBe('bukan kesalahan kami');
  await user.click(screen.getByRole('button', { name: 'Kirim sekarang juga' }));
  expect(await screen.findByRole('button', { name: /Sudah terkirim/ })).toBeTruthy();
  expect(shop.machine.opened).toHaveLength(1);
});

test('a draft is kept when the screen is left, and is offered once it has rested', async () => {
  const { shop, about } = await shopWithComplaint({ severity: 'severe' });
  const first = await renderComposer(shop, { about });
  await write(GOOD);
  first.unmount();
  await waitFor(async () =>
    expect((await shop.ask('replies.about', { about })).draft?.text).toBe(GOOD),
  );
  shop.machine.time = '03:29';
  await renderComposer(shop, { about });
  expect((await box()).value).toBe(GOOD);
  expect(screen.getByText('Istirahat dulu, kirim setelah 10.30')).toBeTruthy();
  shop.machine.time = '03:30';
  // Whatever changes in the shop, the clock is looked at again.
  await shop.ask('settings.update', { notifies: false });
  expect(await screen.findByRole('button', { name: 'Kirim lewat WhatsApp' })).toBeTruthy();
});

test('the clock is looked at by itself while a reply rests', async () => {
  const { shop, about } = await shopWithComplaint({ severity: 'severe' });
  await shop.ask('replies.saveDraft', { about, text: GOOD });
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    await renderComposer(shop, { about });
    expect(await screen.findByText(/Istirahat dulu/)).toBeTruthy();
    shop.machine.time = '03:30';
    vi.advanceTimersByTime(15_000);
  } finally {
    vi.useRealTimers();
  }
  expect(await screen.findByRole('button', { name: 'Kirim lewat WhatsApp' })).toBeTruthy();
});

test('an example is filled in with what is typed around it, and what was written comes back', async () => {
  const { shop, about } = await shopWithComplaint();
  const { user } = await renderComposer(shop, {
    about,
    mergeValues: { solution: 'Antar ulang besok', compensation: 'uang kembali Rp 20.000' },
  });
  await write('Coretan saya');
  await user.click(screen.getByRole('button', { name: 'Pakai contoh' }));
  await user.click(await menuItem('Datang terlambat'));
  expect((await box()).value).toBe(
    'Pak Damar, terima kasih sudah mengabari, dan maaf pesanannya datang terlambat. Pesanan mestinya sampai pada hari yang kami janjikan. Yang kami lakukan: Antar ulang besok. Sebagai ganti rugi: uang kembali Rp 20.000. Ada apa pun, langsung ke saya di 0812-9999-0000. Sekar',
  );
  expect(screen.queryByRole('list', { name: 'Yang sebaiknya diubah' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Kembalikan tulisan saya' }));
  expect((await box()).value).toBe('Coretan saya');
});

test('what is still empty is never handed over', async () => {
  const { shop, about } = await shopWithComplaint();
  await shop.ask('settings.update', { coolingMinutes: 0 });
  const rendered = await renderComposer(shop, { about });
  await write('{nama}, terima kasih dan maaf. {solusi}. Langsung ke saya di nomor ini. Sekar');
  const send = screen.getByRole<HTMLButtonElement>('button', { name: 'Kirim lewat WhatsApp' });
  expect(send.disabled).toBe(true);
  fireEvent.keyDown(await box(), { key: 'Enter', ctrlKey: true });
  await rendered.user.click(
    screen.getByRole('button', { name: 'Isi dengan yang sudah diketahui' }),
  );
  expect((await box()).value).toMatch(/^Pak Damar, terima kasih dan maaf. \{solusi\}\./);
  expect(send.disabled).toBe(true);
  expect(shop.machine.opened).toEqual([]);
});

test('nothing is handed over when what goes before is refused, and it is saved with the reply else', async () => {
  const { shop, about } = await shopWithComplaint();
  const beforeSend = vi.fn(async () => false);
  const { user } = await renderComposer(shop, { about, beforeSend });
  await write(GOOD);
  const send = screen.getByRole('button', { name: 'Simpan dan kirim lewat WhatsApp' });
  await user.click(send);
  await waitFor(() => expect(beforeSend).toHaveBeenCalledOnce());
  expect(shop.machine.opened).toEqual([]);
  beforeSend.mockResolvedValue(true);
  await user.click(send);
  expect(await screen.findByRole('button', { name: /Sudah terkirim/ })).toBeTruthy();
});

test('a reply that is too long to be handed over is copied, and that is said', async () => {
  const { shop, about } = await shopWithComplaint();
  const { user } = await renderComposer(shop, { about });
  const long = `${GOOD} ${'Salam hangat dari kami semua di kedai. '.repeat(50)}`.trim();
  await write(long);
  await user.click(screen.getByRole('button', { name: 'Kirim lewat WhatsApp' }));
  expect(await screen.findByText(/terlalu panjang untuk dibawa langsung.*WhatsApp/)).toBeTruthy();
  expect(shop.machine.opened).toEqual(['https://wa.me/628125550118']);
  expect(await navigator.clipboard.readText()).toBe(long);
});

test('Ctrl+Enter hands over and then records; going back leaves the draft as it was', async () => {
  const { shop, about } = await shopWithComplaint();
  const { user } = await renderComposer(shop, { about });
  await write(GOOD);
  fireEvent.keyDown(await box(), { key: 'Enter', ctrlKey: true });
  await user.click(await screen.findByRole('button', { name: 'Belum, kembali' }));
  expect((await box()).value).toBe(GOOD);
  fireEvent.keyDown(await box(), { key: 'Enter', ctrlKey: true });
  await screen.findByRole('button', { name: /Sudah terkirim/ });
  fireEvent.keyDown(await box(), { key: 'Enter', ctrlKey: true });
  await waitFor(async () =>
    expect((await shop.ask('complaints.get', { id: about.id as never })).answer).toBe(GOOD),
  );
});

test('an example of one’s own is made from the reply, used, changed and deleted', async () => {
  const { shop, about } = await shopWithComplaint();
  const { user } = await renderComposer(shop, { about });
  await write(GOOD);
  const manage = async () => {
    await user.click(screen.getByRole('button', { name: 'Pakai contoh' }));
    await user.click(await menuItem('Atur contoh Anda'));
    return screen.findByRole('dialog', { name: 'Contoh balasan Anda' });
  };
  const dialog = await manage();
  await user.click(
    within(dialog).getByRole('button', { name: 'Simpan balasan ini sebagai contoh' }),
  );
  await user.type(within(dialog).getByLabelText('Nama contoh'), 'Kopi apek');
  await user.click(within(dialog).getByRole('button', { name: 'Simpan contoh' }));
  await waitFor(async () =>
    expect((await shop.ask('replies.templates', {}))[0]?.template).toEqual({
      name: 'Kopi apek',
      language: 'id',
      thanks: 'Pak Damar, terima kasih sudah mengabari, dan maaf untuk kopi yang apek.',
      standard: 'Kopi kami mestinya sampai segar.',
      amends: 'Besok pagi kami antar gantinya. Ada apa pun, langsung ke saya di nomor ini. Sekar',
    }),
  );
  await user.keyboard('{Escape}');
  await write('');
  await user.click(screen.getByRole('button', { name: 'Pakai contoh' }));
  await user.click(await menuItem('Kopi apek'));
  expect((await box()).value).toBe(GOOD);
  const again = await manage();
  await user.click(within(again).getByRole('button', { name: 'Hapus Kopi apek' }));
  await waitFor(async () => expect(await shop.ask('replies.templates', {})).toEqual([]));
});

test('a complaint that has gone says so instead', async () => {
  const { shop } = await shopWithComplaint();
  await renderComposer(shop, { about: { kind: 'complaint', id: 77 as never } });
  expect(await screen.findByText('Data ini tidak ditemukan')).toBeTruthy();
  expect(today).toBe(shop.machine.day);
});
