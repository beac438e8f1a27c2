import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { resetImport, useImport } from '#renderer/features/imports/import-session.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import { type RenderedApp, renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

beforeEach(() => resetImport());

const button = (name: RegExp) => screen.findByRole('button', { name });

/** How many sales have each status that no program of ours knows. */
const strange = { beres: 3, 'sip deh': 2, oke2: 1 };

async function openCheck(): Promise<RenderedApp & { readonly app: Application }> {
  const statuses = Object.entries(strange).flatMap(([status, count]) =>
    Array.from({ length: count }, () => status),
  );
  const rows = [...statuses, 'selesai', 'batal'].map(
    (status, at) => `2${at}/03/2026;N${at};Ayu;${10_000 + at};${status}`,
  );
  const path = join(tempFolder(), 'kasir.csv');
  writeFileSync(path, `Tanggal;No Nota;Pelanggan;Total;Status\n${rows.join('\n')}\n`);
  const app = await startTestApplication({ openSpreadsheets: async () => [path] });
  const input = { shopName: 'Toko', language: 'en', currency: 'IDR', country: 'ID' };
  await app.dispatch({ channel: 'settings.update', input, callId: 'set-up' });
  const window = renderApp(app, '/import');
  await window.user.click(await button(/Choose files/));
  await window.user.click(await button(/Next: Columns/));
  await window.user.click(await button(/Next: Check/));
  return { ...window, app };
}

const values = Object.keys(strange).length;
const rows = Object.values(strange).reduce((sum, one) => sum + one, 0);

test('statuses that nobody knows become one in one go, and stand again when that is taken back', async () => {
  const { user } = await openCheck();
  await user.click(await button(/beres/));
  expect(
    await screen.findByText(
      `${rows} rows have ${values} values of this column that are not understood: beres, sip deh, oke2.`,
    ),
  ).toBeTruthy();
  const all = await button(new RegExp(`^Use for all ${values} \\(${rows} rows\\)$`));
  expect(all).toHaveProperty('disabled', true);
  await user.click(screen.getByLabelText(/beres.*should be/, { selector: 'input' }));
  await user.click(await screen.findByRole('option', { name: 'cancelled', hidden: true }));
  await user.click(all);
  const applied = await screen.findByRole('list', { name: 'Fixed' });
  expect(within(applied).getByRole('listitem').textContent).toContain(
    `Status: ${values} values become “cancelled”`,
  );
  const report = () => useImport.getState().report as ImportReport;
  await waitFor(() => expect(report()).toMatchObject({ problems: [], cancelled: rows + 1 }));
  await user.click(within(applied).getByRole('button'));
  await waitFor(() => expect(report().cancelled).toBe(1));
  expect(report().problems.map(({ value, rows: count }) => [value, count])).toEqual(
    Object.entries(strange),
  );
});

test('or all of them are left empty, which is said, and the rows come in', async () => {
  const { user } = await openCheck();
  await user.click(await button(/sip deh/));
  await user.click(await button(new RegExp(`^Leave all ${values} empty \\(${rows} rows\\)$`)));
  expect(await screen.findByText(`Status: ${values} values are left empty`)).toBeTruthy();
  await user.click(await button(new RegExp(`Bring in ${rows + 2} rows`)));
  await screen.findByText(`${rows + 2} rows are in`);
});
