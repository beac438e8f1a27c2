import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { resetImport } from '#renderer/features/imports/import-session.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

beforeEach(() => resetImport());

const titles = ['Tgl', 'Nota', 'Siapa', 'Uang Masuk', 'Tlp', 'Rak'];

interface Shop {
  readonly app: Application;
  ask<N extends ChannelName>(channel: N, input: Input<N>): Promise<Output<N>>;
  /** What the columns of a file with these titles become when it is chosen now. */
  read(name: string, row: string): Promise<{ draftId: string; source: number; fields: string[] }>;
}

async function openShop(): Promise<Shop> {
  const folder = tempFolder();
  let path = '';
  const app = await startTestApplication({ openSpreadsheets: async () => [path] });
  const ask: Shop['ask'] = async (channel, input) => {
    const result = await app.dispatch({ channel, input, callId: channel });
    if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
    return result.value as never;
  };
  const basics = {
    shopName: 'Toko Melati',
    language: 'id',
    currency: 'IDR',
    country: 'ID',
  } as const;
  await ask('settings.update', basics);
  return {
    app,
    ask,
    async read(name, row) {
      path = join(folder, name);
      writeFileSync(path, `${titles.join(';')}\n${row}\n`);
      const chosen = await ask('imports.choose', {});
      if (chosen === null) throw new Error('nothing was chosen');
      const draft = await ask('imports.inspect', { draftId: chosen.draftId });
      const [source] = draft.sources;
      if (source === undefined) throw new Error('no source');
      const fields = source.columns.map(({ field, confidence }) =>
        confidence === 'remembered' ? field : `guessed ${field}`,
      );
      return { draftId: chosen.draftId, source: source.id, fields };
    },
  };
}

/** A shop that was taught what nobody could have guessed, by two files. */
async function taughtShop(): Promise<Shop> {
  const shop = await openShop();
  for (const [at, name] of ['senin.csv', 'selasa.csv'].entries()) {
    const row = `1${at}/04/2026;N${at};Ayu;30000;081234500001;B${at}`;
    const { draftId, source } = await shop.read(name, row);
    const change = {
      sourceId: source,
      fields: { 2: 'customer.name', 3: 'sale.total', 5: 'ignore' },
      readings: { 0: { dateOrder: 'dmy' as const } },
    };
    await shop.ask('imports.configure', { draftId: draftId as never, ...change });
    await shop.ask('imports.commit', { draftId: draftId as never });
  }
  return shop;
}

const table = () => screen.findByRole('table', { name: 'Cara file Anda dibaca' });

async function onlyRow(): Promise<string[]> {
  const [, row, ...others] = within(await table()).getAllByRole('row');
  if (row === undefined || others.length > 0) throw new Error('not one layout');
  return within(row)
    .getAllByRole('cell')
    .slice(0, 4)
    .map((cell) => cell.textContent ?? '');
}

test('a layout is listed with its titles, what is taken of it and how often it was used, and has a name', async () => {
  const shop = await taughtShop();
  const { user } = renderApp(shop.app, '/import');
  const [file, heads, columns, last] = await onlyRow();
  expect(file).toBe('seperti selasa.csv');
  expect(heads).toBe(titles.join(', '));
  // All but the shelf become something; of the days it was said how they are written.
  expect(columns).toBe(
    `${titles.length - 1} dari ${titles.length} kolom dipakaidengan 1 jawaban Anda`,
  );
  expect(last).toMatch(/di 2 file$/);
  await user.click(await screen.findByRole('button', { name: /^Beri nama file seperti selasa/ }));
  await user.type(await screen.findByLabelText('Nama'), 'Kasir Solo{Enter}');
  await waitFor(async () => expect((await onlyRow())[0]).toBe('Kasir Solo'));
  const [layout] = await shop.ask('imports.layouts', {});
  expect(layout).toMatchObject({ name: 'Kasir Solo', lastFile: 'selasa.csv', files: 2 });
});

test('says how many changes to the rows are remembered, and about how much is asked each time', async () => {
  const shop = await taughtShop();
  const { draftId, source: sourceId } = await shop.read('rabu.csv', '14/04/2026;N9;Bima;8000;;C1');
  const input = { draftId: draftId as never, sourceId };
  const text = { with: 'x', isWhole: true, ignoresCase: false };
  const memories = ['use', 'ask', 'no', 'use'] as const;
  for (const [at, memory] of memories.entries()) {
    const step = { kind: 'replace' as const, column: 2, find: `Orang ${at}`, ...text };
    await shop.ask('imports.mend', { ...input, change: { kind: 'add', step, memory } });
  }
  const asked = { kind: 'column' as const, column: 3, isAsked: true };
  await shop.ask('imports.remember', { ...input, rule: asked });
  await shop.ask('imports.commit', { draftId: draftId as never });
  const kept = memories.filter((memory) => memory !== 'no').length;
  const [layout] = await shop.ask('imports.layouts', {});
  // One of the changes, and what one column is.
  expect(layout).toMatchObject({ changes: kept, asked: 2 });
  renderApp(shop.app, '/import');
  expect((await onlyRow())[2]).toMatch(
    new RegExp(`${kept} perubahan baris diingat2 hal ditanyakan setiap kali$`),
  );
});

test('a forgotten layout reads no file, is put back from the toast or the list, and keeps what is in', async () => {
  const shop = await taughtShop();
  const { user } = renderApp(shop.app, '/import');
  const next = '14/04/2026;N9;Bima;8000;081234500002;C1';
  const known = (await shop.read('rabu.csv', next)).fields;
  expect(known).toEqual([
    'sale.date',
    'sale.number',
    'customer.name',
    'sale.total',
    'customer.phone',
    'ignore',
  ]);
  await user.click(await screen.findByRole('button', { name: /^Lupakan cara file/ }));
  expect(await screen.findByText(/^Dilupakan: seperti selasa\.csv/)).toBeTruthy();
  await waitFor(async () => expect((await onlyRow())[0]).toMatch(/Dilupakan \d/));
  const anew = (await shop.read('kamis.csv', next)).fields;
  expect(anew.filter((field) => !field.startsWith('guessed'))).toEqual([]);
  expect(await shop.ask('sales.list', { limit: 10 })).toMatchObject({ rows: [{}, {}] });

  await user.click(await screen.findByRole('button', { name: 'Urungkan' }));
  await waitFor(async () => expect((await onlyRow())[0]).toBe('seperti selasa.csv'));
  expect((await shop.read('jumat.csv', next)).fields).toEqual(known);
});

test('an import teaches a forgotten layout anew, under its name and without its former answers', async () => {
  const shop = await taughtShop();
  const [layout] = await shop.ask('imports.layouts', {});
  expect(layout?.answers).toBe(1);
  const key = layout?.key ?? '';
  await shop.ask('imports.nameLayout', { key, name: 'Kasir Solo' });
  await shop.ask('imports.forgetLayout', { key, isForgotten: true });
  const { draftId, source } = await shop.read('rabu.csv', '14/04/2026;N9;Bima;8000;0812345;C1');
  const fields = { 2: 'customer.name', 3: 'sale.total', 5: 'sale.note' };
  await shop.ask('imports.configure', { draftId: draftId as never, sourceId: source, fields });
  await shop.ask('imports.commit', { draftId: draftId as never });
  const [again, ...others] = await shop.ask('imports.layouts', {});
  expect(others).toEqual([]);
  expect(again).toMatchObject({ name: 'Kasir Solo', forgottenAt: null, files: 3, answers: 0 });
  expect(again?.fields[5]).toBe('sale.note');
  expect(
    await shop.app.dispatch({
      channel: 'imports.nameLayout',
      input: { key: 'a'.repeat(64), name: 'x' },
      callId: 'none',
    }),
  ).toMatchObject({ ok: false, error: { code: 'NOT_FOUND', entity: 'layout' } });
});
