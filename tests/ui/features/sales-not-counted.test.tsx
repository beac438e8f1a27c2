import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

test('orders not paid and sales of days to come are shown, and each says that it does not count', async () => {
  const path = join(tempFolder(), 'kasir.csv');
  const rows = [
    '2026-03-05,N1,Ayu,1000,Lunas',
    '2026-03-06,N2,Ayu,2000,Belum bayar',
    '2126-03-07,N3,Ayu,4000,Lunas',
  ];
  writeFileSync(path, `Tanggal,Nota,Pelanggan,Total,Status\n${rows.join('\n')}\n`);
  const app = await startTestApplication({ openSpreadsheets: async () => [path] });
  const ask = async <N extends ChannelName>(channel: N, input: Input<N>): Promise<Output<N>> => {
    const result = await app.dispatch({ channel, input, callId: channel });
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
    return result.value as Output<N>;
  };
  const settings = { shopName: 'Sekar', language: 'id', country: 'ID', currency: 'IDR' } as const;
  await ask('settings.update', settings);
  const draftId = (await ask('imports.choose', {}))?.draftId ?? '';
  const draft = await ask('imports.inspect', { draftId });
  const sourceId = draft.sources[0]?.id ?? 0;
  const fix = { column: 0, from: '', to: '', problem: 'date-in-future', stands: true };
  await ask('imports.configure', { draftId, sourceId, fix });
  await ask('imports.commit', { draftId });
  const { rows: customers } = await ask('customers.list', {});
  expect(customers).toMatchObject([{ purchases: 1, revenueMinor: 100_000 }]);
  renderApp(app, `/customers/${customers[0]?.id ?? 0}`);
  const history = await screen.findByRole('region', { name: /^Riwayat/ });
  const line = async (number: string) =>
    (await within(history).findByText(`Nota ${number}`)).closest('li')?.textContent ?? '';
  expect(await line('N1')).not.toContain('dihitung');
  expect(await line('N2')).toContain('Belum dibayar, tidak dihitung');
  expect(await line('N3')).toContain('Sesudah hari ini, belum dihitung');
});
