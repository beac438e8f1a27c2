import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Language } from '#shared/contract/settings.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { tempShop } from '#tests/support/shop/temp-shop.ts';

// Figures that differ from each other: five were promised, two went out in time, one has not gone out.
const sales = [
  { promised: '2026-06-05', sent: '2026-06-04' },
  { promised: '2026-06-05', sent: '2026-06-05' },
  { promised: '2026-06-05', sent: '2026-06-06' },
  { promised: '2026-06-09', sent: '2026-06-12' },
  { promised: '2026-06-14', sent: null },
  // Due today or later, or for no day: nothing can be said of it yet.
  { promised: today, sent: null },
  { promised: '2026-06-20', sent: null },
  { promised: null, sent: '2026-06-03' },
  // What was called off is nobody's to send.
  { promised: '2026-06-05', sent: null, status: 'cancelled' as const },
];

interface Row {
  readonly promised: string | null;
  readonly sent: string | null;
  readonly status?: 'cancelled';
}

async function shopOf(language: Language, rows: readonly Row[]) {
  const shop = await tempShop((raw) => {
    for (const [index, { promised, sent, status = 'completed' }] of rows.entries()) {
      const sale = { customerId: null, soldOn: '2026-06-01', revenueMinor: 100 };
      const id = addSale(raw, { ...sale, number: `N${index}`, status: status ?? 'completed' });
      raw
        .prepare('UPDATE sales SET promised_on = ?, delivered_on = ? WHERE id = ?')
        .run(promised, sent, id);
    }
    finishShop(raw);
  });
  await shop.ask('settings.update', { shopName: 'Sekar', language });
  return shop;
}

test.each([
  [
    'en',
    /Promised for a day: 2 of 5 sales went out in time \(40%\)\. 1 is late and has not gone out\./,
  ],
  [
    'id',
    /Dijanjikan: 2 dari 5 penjualan dikirim tepat waktu \(40.%\)\. 1 sudah lewat harinya dan belum dikirim\./,
  ],
] as const)(
  'the list says how many went out by the day they were promised for (%s)',
  async (language, said) => {
    const shop = await shopOf(language, sales);
    expect(await shop.ask('sales.summary', {})).toMatchObject({
      promised: 5,
      onTime: 2,
      notSent: 1,
    });
    renderApp(shop.app, '/sales');
    await screen.findByText(said);
  },
);

test('what became of what was promised narrows the list to just those', async () => {
  const shop = await shopOf('en', sales);
  const { user } = renderApp(shop.app, '/sales');
  await screen.findByText(/Promised for a day/);
  const header = () => screen.getByRole('heading', { level: 1 }).closest('header')?.textContent;
  const all = header();
  for (const [state, choice, left, said] of [
    ['inTime', 'Went out in time', ['N0', 'N1'], '2 of 2 sales went out in time (100%)'],
    ['late', 'Went out late', ['N2', 'N3'], '0 of 2 sales went out in time (0%)'],
    ['notSent', 'Late, not sent yet', ['N4'], '1 is late and has not gone out'],
    ['toSend', 'Still to be sent', ['N5', 'N6'], '2 from 2 sales. Without'],
  ] as const) {
    await user.click(screen.getByRole('button', { name: /^Promised and sent/ }));
    await user.click(await screen.findByRole('menuitemcheckbox', { name: choice, hidden: true }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(header()).toContain(said));
    await screen.findByText(left.length === 1 ? '1 row' : `${left.length} rows`);
    if (state === 'toSend') expect(header()).not.toContain('Promised for a day');
    const { rows } = await shop.ask('sales.list', { filter: { sent: [state] } });
    expect(rows.map(({ number }) => number).sort()).toEqual([...left]);
    await user.click(screen.getByRole('button', { name: /^Remove the filter: .*sent/i }));
    await waitFor(() => expect(header()).toBe(all));
  }
});

test('and nothing where nothing was promised', async () => {
  const shop = await shopOf('en', sales.slice(7, 8));
  renderApp(shop.app, '/sales');
  await screen.findByText(/^Revenue of /);
  expect(screen.queryByText(/Promised for|gone out/)).toBeNull();
});
