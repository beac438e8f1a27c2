import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { resetImport, useImport } from '#renderer/features/imports/import-session.ts';
import { importButton } from '#tests/support/import-button.ts';
import { type RenderedApp, renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

beforeEach(() => resetImport());

const titles = ['Nama Pelanggan', 'No HP', 'Kota'];
type Line = readonly [name: string, phone: string, city: string];
const files: readonly (readonly Line[])[] = [
  [['Ratna', '081255500137', 'Jogja']],
  [
    ['Ratna', '081255500137', 'Klaten'],
    ['Budi', '081900011122', 'Jogja'],
  ],
  [['Citra', '081234500003', 'Solo']],
];

type Table = readonly (readonly string[])[];

async function open(
  tables: readonly Table[] = files.map((lines) => [titles, ...lines]),
): Promise<RenderedApp> {
  const folder = tempFolder();
  const paths = tables.map((lines, at) => {
    const path = join(folder, `daftar-${at + 1}.csv`);
    writeFileSync(path, `${lines.map((line) => line.join(';')).join('\n')}\n`);
    return path;
  });
  const app = await startTestApplication({ openSpreadsheets: async () => paths.splice(0, 1) });
  const input = { shopName: 'Toko', language: 'en', currency: 'IDR', country: 'ID' };
  await app.dispatch({ channel: 'settings.update', input, callId: 'set-up' });
  return renderApp(app, '/import');
}

async function toCheck({ user }: RenderedApp): Promise<void> {
  await user.click(await importButton(/Choose files/));
  await user.click(await importButton(/Next: Columns/));
  await user.click(await importButton(/Next: Check/));
}

async function choose({ user }: RenderedApp, name: string | RegExp, option: string): Promise<void> {
  await user.click(await screen.findByRole('combobox', { name }));
  const list = await screen.findByRole('listbox', { name, hidden: true });
  await user.click(within(list).getByRole('option', { name: option, hidden: true }));
}

/** Brings the first file in with a replacement to be asked about, and comes to the check of the second. */
async function second(): Promise<RenderedApp> {
  const window = await open();
  const { user } = window;
  await toCheck(window);
  await user.click(await importButton(/^Find and replace$/));
  const at = within(await screen.findByRole('dialog'));
  await user.type(at.getByLabelText('Find'), 'Jogja');
  await user.type(at.getByLabelText('Replace with'), 'Yogyakarta{Enter}');
  await at.findByText('1 cell in 1 row changes.');
  await choose(window, 'With the next file like this', 'Ask me with the next file');
  await user.click(at.getByRole('button', { name: 'Change 1 cell' }));
  await screen.findByRole('list', { name: 'Changes to the rows' });
  await user.click(await importButton(/Bring in 1 row/));
  await user.click(await importButton(/Import more/));
  await toCheck(window);
  return window;
}

test('a change to be asked about waits, the keyboard is led to it, and then the rows come in', async () => {
  const { user } = await second();
  const steps = await screen.findByRole('list', { name: 'Changes to the rows' });
  expect(steps.textContent).toContain('as in the last file like this');
  expect(steps.textContent).toContain('Do it this time too?');
  await screen.findByText('1 rule waits for your answer');
  const use = within(steps).getByRole('button', { name: /^Use: all columns: “Jogja”/ });
  await user.click(await importButton(/Bring in 2 rows/));
  await waitFor(() => expect(document.activeElement).toBe(use));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(steps.textContent).toContain('1 cell in 1 row'));
  expect(screen.queryByText('1 rule waits for your answer')).toBeNull();
  await user.click(await importButton(/Bring in 2 rows/));
  await screen.findByText('2 rows are in');
});

test('what is read as in the last file is named, can be asked about, and is changed on the columns', async () => {
  const window = await second();
  const { user } = window;
  await user.click(await screen.findByText(`${titles.length} columns are read as last time`));
  const list = screen.getByRole('list', { name: 'Columns of daftar-2.csv read as last time' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((line) => line.textContent?.split(' is ')[0]),
  ).toEqual(titles);
  const asks = () => useImport.getState().draft?.sources[0]?.asks;
  await choose(window, 'With the next file: Kota', 'Ask me with the next file');
  await waitFor(() => expect(asks()).toEqual([2]));
  await user.click(await importButton(/^Take back: all columns/));
  const existing = 'With the next file: Customers who are already there';
  await choose(window, existing, 'Also for the next file like this');
  const memory = () => useImport.getState().draft?.sources[0]?.existingMemory;
  await waitFor(() => expect(memory()).toBe('use'));
  await user.click(await importButton(/^Change what Kota is$/));
  await importButton(/Next: Check/);
});

test('a column that is asked about each time is listed apart from those that are read as last time', async () => {
  const window = await open();
  const { user } = window;
  await toCheck(window);
  await user.click(await importButton(/Bring in 1 row/));
  await user.click(await importButton(/Import more/));
  await toCheck(window);
  await user.click(await screen.findByText(`${titles.length} columns are read as last time`));
  await choose(window, 'With the next file: Kota', 'Ask me with the next file');
  await user.click(await importButton(/Bring in 2 rows/));
  await user.click(await importButton(/Import more/));
  await user.click(await importButton(/Choose files/));
  await user.click(await importButton(/Next: Columns/));
  await user.click(await screen.findByRole('radio', { name: /^Leave it out/ }));
  await user.click(await importButton(/Next: Check/));
  const others = titles.filter((title) => title !== 'Kota');
  await user.click(await screen.findByText(`${others.length} columns are read as last time`));
  const linesOf = (name: string) =>
    within(screen.getByRole('list', { name }))
      .getAllByRole('listitem')
      .map((line) => line.textContent?.split(' is ')[0]);
  expect(linesOf('Columns of daftar-3.csv read as last time')).toEqual(others);
  await user.click(screen.getByText('1 column is asked about with every file like this'));
  expect(linesOf('Columns of daftar-3.csv asked about each time')).toEqual(['Kota']);
});

test('a change for a column that this file has not is named, and that it is not used', async () => {
  const whole: Table = [
    [...titles, 'Email', 'Pekerjaan'],
    ['Ratna', '081255500137', 'Jogja', 'r@toko.id', 'Guru'],
  ];
  const withoutCity = whole.map((line) => line.filter((_, at) => at !== titles.indexOf('Kota')));
  const window = await open([whole, withoutCity]);
  const { user } = window;
  await toCheck(window);
  await user.click(await importButton(/^Find and replace$/));
  const at = within(await screen.findByRole('dialog'));
  await choose(window, 'Column', 'Kota');
  await user.type(at.getByLabelText('Find'), 'Jogja');
  await user.type(at.getByLabelText('Replace with'), 'Yogyakarta{Enter}');
  await at.findByText('1 cell in 1 row changes.');
  await choose(window, 'With the next file like this', 'Also for the next file like this');
  await user.click(at.getByRole('button', { name: 'Change 1 cell' }));
  await user.click(await importButton(/Bring in 1 row/));
  await user.click(await importButton(/Import more/));
  await toCheck(window);
  const steps = await screen.findByRole('list', { name: 'Changes to the rows' });
  expect(steps.textContent).toBe(
    'Kota: “Jogja” becomes “Yogyakarta” (capital or small)' +
      'not used: there is no column Kota in this place of the file',
  );
});

test('a change of last time that is left out is not said to be used only this time, nor offered anew', async () => {
  const daily: Table = [
    ['Tanggal', 'No Nota', 'Pelanggan', 'Total'],
    ['05/03/2026', 'N1', 'Ayu', '10000'],
    ...[2, 3, 4].map((at) => ['', `N${at}`, 'Bima', '5000']),
  ];
  const next = daily.map((line) =>
    line.map((cell) => cell.replace('N', 'M').replace('05/', '06/')),
  );
  const titled: Table = [daily[0] ?? [], ...next.slice(1)];
  const window = await open([daily, titled]);
  const { user } = window;
  await toCheck(window);
  await user.click(await importButton(/^Tanggal: fill 3 cells from above$/));
  const name = 'With the next file: Tanggal: empty cells get what stands above them';
  await choose(window, name, 'Ask me with the next file');
  await user.click(await importButton(/Bring in 4 rows/));
  await user.click(await importButton(/Import more/));
  await toCheck(window);
  const isOffered = () => screen.queryByRole('list', { name: 'Columns to fill down' }) !== null;
  const steps = await screen.findByRole('list', { name: 'Changes to the rows' });
  expect(steps.textContent).toContain('Do it this time too?');
  expect(isOffered()).toBe(false);
  await user.click(await importButton(/^Take back: Tanggal/));
  await waitFor(() => expect(steps.textContent).toContain('not used this time'));
  expect(isOffered()).toBe(false);
  await choose(window, name, 'Not any more');
  const memory = () => useImport.getState().draft?.sources[0]?.steps[0]?.memory;
  await waitFor(() => expect(memory()).toBe('no'));
});
