import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { type ShopSettings, settingsContract } from '#shared/contract/settings.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

async function openSettings(more: Partial<ShopSettings> = {}) {
  const app = await startTestApplication();
  const ask = async (channel: string, input: object) => {
    const answer = await app.dispatch({ channel, input, callId: `test-${channel}` });
    if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
    return answer.value;
  };
  const start = { shopName: 'Sekar Pagi', language: 'id', country: 'ID', currency: 'IDR' };
  await ask('settings.update', { ...start, ...more });
  const books = async () =>
    settingsContract['settings.get'].output.parse(await ask('settings.get', {})).settings.books;
  const rendered = renderApp(app, '/settings');
  await screen.findByRole('heading', { level: 1 });
  const type = async (label: string, text: string) => {
    const field = screen.getByRole('textbox', { name: label });
    await rendered.user.clear(field);
    await rendered.user.type(field, `${text}{Enter}`);
  };
  return { ...rendered, books, type };
}

test('rate and limits are typed as people type them, each saved by itself, and taken back', async () => {
  const { books, type, user } = await openSettings();
  await type('Tarif PPh final', '0,75');
  await waitFor(async () => expect((await books()).recap.rateE4).toBe(7500));
  await type('Omzet setahun tanpa pajak', '600 jt');
  await waitFor(async () => expect((await books()).recap.thresholdMinor).toBe(60_000_000_000));
  await type('Batas omzet setahun', '5.000.000.000');
  await waitFor(async () => expect((await books()).recap.ceilingMinor).toBe(500_000_000_000));
  await type('Tempat usaha', 'Cabang Bantul');
  await waitFor(async () =>
    expect((await books()).recap).toEqual({
      ...{ rateE4: 7500, thresholdMinor: 60_000_000_000, ceilingMinor: 500_000_000_000 },
      ...{ crossing: 'part', place: 'Cabang Bantul' },
    }),
  );
  const row = screen.getByLabelText('Tempat usaha').closest('section') as HTMLElement;
  await user.click(within(row).getAllByText('Urungkan').at(-1) as HTMLElement);
  await waitFor(async () => expect((await books()).recap.place).toBe(''));
});

test('an account takes the name the accountant has for it, and refuses what books cannot read', async () => {
  const { books, type } = await openSettings();
  await type('Kas dan bank', 'Aset:Kas Toko');
  await waitFor(async () => expect((await books()).accounts.cash).toBe('Aset:Kas Toko'));
  await type('Penjualan', '4-1000; komentar');
  expect(await screen.findByText(/Pakai huruf dulu/)).toBeTruthy();
  expect((await books()).accounts.sales).toBe('Income:Sales');
});

test('the month that passes the limit and the decimal mark are chosen', async () => {
  const { books, user } = await openSettings();
  const pick = async (label: string, option: string) => {
    await user.click(screen.getByRole('combobox', { name: label }));
    await user.click(await screen.findByRole('option', { name: option, hidden: true }));
  };
  await pick('Bulan saat batas terlewati', 'Seluruh omzet bulan itu');
  await waitFor(async () => expect((await books()).recap.crossing).toBe('whole'));
  await pick('Tanda desimal', 'Titik (12.5)');
  await waitFor(async () => expect((await books()).decimalMark).toBe('point'));
  expect((await books()).recap.crossing).toBe('whole');
});
