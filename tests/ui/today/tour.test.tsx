import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { routes } from '#renderer/base/routes.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

async function openShop(language: 'id' | 'en', path = '/today') {
  const app = await startTestApplication();
  const ask = async <N extends ChannelName>(channel: N, input: Input<N>): Promise<Output<N>> => {
    const result = await app.dispatch({ channel, input, callId: channel });
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
    return result.value as Output<N>;
  };
  await ask('settings.update', { shopName: 'Sekar Pagi', language, currency: 'IDR' });
  await ask('complaints.create', { channel: 'visit', title: 'Biji apek', words: 'Bau' });
  return { ask, ...renderApp(app, path) };
}

test('what is done is ticked and counted, and each step leads to a page', async () => {
  const { ask } = await openShop('en');
  const card = await screen.findByRole('region', { name: 'Your first week' });
  const { steps, lastOn } = await ask('help.firstWeek', {});
  const items = within(card).getAllByRole('listitem');
  const ticked = items.map((item) => item.textContent?.endsWith('done') === true);
  expect(ticked).toEqual(steps.map(({ isDone }) => isDone));
  // The shop has a name and a complaint.
  expect(ticked).toEqual([false, true, false, true, false]);
  expect(within(card).getByText('2 of 5 done')).toBeTruthy();
  const week = new Date(`${lastOn}T12:00:00Z`).toLocaleDateString('en-GB', {
    ...{ day: 'numeric', month: 'long', year: 'numeric' },
  });
  expect(within(card).getByText(/^This list goes by itself after/).textContent).toContain(week);
  const { import: imports, settings, samePerson, customers, backups } = routes;
  expect(
    within(card)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')?.replace('#', '')),
  ).toEqual([imports, settings, samePerson, customers, backups]);
});

test('it is put away for good, and comes back from Help until it is put away again', async () => {
  const { ask, user, addresses } = await openShop('id', '/today');
  const card = await screen.findByRole('region', { name: 'Minggu pertama Anda' });
  await user.click(within(card).getByRole('button', { name: 'Singkirkan' }));
  await waitFor(() =>
    expect(screen.queryByRole('region', { name: 'Minggu pertama Anda' })).toBeNull(),
  );
  expect(await screen.findByText('Disingkirkan. Bisa dipanggil lagi dari Bantuan.')).toBeTruthy();
  expect((await ask('settings.get', {})).settings.tour).toBe('away');
  await user.click(screen.getByRole('button', { name: 'Jelaskan halaman ini' }));
  await user.click(await screen.findByRole('button', { name: 'Bantuan semua halaman' }));
  await user.click(
    await screen.findByRole('button', { name: 'Tampilkan daftar minggu pertama di Hari ini' }),
  );
  await waitFor(() => expect(addresses.at(-1)).toBe('/today'));
  const again = await screen.findByRole('region', { name: 'Minggu pertama Anda' });
  expect(within(again).getByText('Daftar ini tetap di sini sampai Anda singkirkan.')).toBeTruthy();
});
