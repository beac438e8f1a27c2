import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { resetImport, useImport } from '#renderer/features/imports/import-session.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

beforeEach(() => resetImport());

const button = (name: RegExp) => screen.findByRole('button', { name });

/** The columns of days with how each is read, file by file. */
function dayOrders(): (string | null)[] {
  const sources = useImport.getState().draft?.sources ?? [];
  return sources.flatMap(({ columns }) =>
    columns
      .filter(({ field }) => field === 'sale.date')
      .map(({ question, reading }) => (question === null ? (reading?.dateOrder ?? '') : null)),
  );
}

test('days that can be read two ways are asked for once, and the answer is taken for all files', async () => {
  const folder = tempFolder();
  const files = ['januari', 'februari', 'maret'].map((name, at) => {
    const path = join(folder, `${name}.csv`);
    const rows = [3, 4, 5].map((day) => `0${day}/0${at + 1}/2026;${name}${day};Ayu;1000${day}`);
    writeFileSync(path, `Tanggal;No Nota;Pelanggan;Total\n${rows.join('\n')}\n`);
    return path;
  });
  const app = await startTestApplication({ openSpreadsheets: async () => files });
  const input = { shopName: 'Toko', language: 'en', currency: 'USD', country: 'US' };
  await app.dispatch({ channel: 'settings.update', input, callId: 'set-up' });
  const { user } = renderApp(app, '/import');
  await user.click(await button(/Choose files/));
  await user.click(await button(/Next: Columns/));
  expect(dayOrders()).toEqual([null, null, null]);
  expect(screen.queryByRole('button', { name: /same way/ })).toBe(null);
  await user.click(
    (await screen.findAllByRole('radio', { name: /day first$|day first/ }))[0] as HTMLElement,
  );
  await waitFor(() => expect(dayOrders().filter((one) => one === null)).toHaveLength(2));
  await user.click(await button(/^Read 2 other columns that ask this the same way$/));
  await waitFor(() => expect(new Set(dayOrders()).size).toBe(1));
  expect(dayOrders()[0]).toBe('dmy');
  await waitFor(() => expect(screen.queryByRole('button', { name: /same way/ })).toBe(null));
});
