import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { resetImport, useImport } from '#renderer/features/imports/import-session.ts';
import type { ImportReport } from '#shared/contract/imports.ts';
import { importButton } from '#tests/support/import-button.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { makeXlsx } from '#tests/support/shop/make-xlsx.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

beforeEach(() => resetImport());

type Sold = readonly [day: string, number: string, who: string, price: number];
/** The days of three of them were typed with the letter O, one of these has a price that is none. */
const typed: readonly Sold[] = [
  ['05/03/2O26', 'N1', 'Ayu', 10_000],
  ['06/03/2026', 'N2', 'Bima', 10_000],
  ['07/03/2O26', 'N3', 'Citra', 5000],
  ['08/03/2o26', 'N4', 'Dewi', 5000],
];
/** The day stands only in the first row of each. */
const daily: readonly Sold[] = [
  ['05/03/2026', 'N1', 'Ayu', 10_000],
  ['', 'N2', 'Bima', 10_000],
  ['', 'N3', 'Citra', 5000],
  ['06/03/2026', 'N4', 'Dewi', 5000],
  ['', 'N5', 'Eka', 5000],
];

function written(sold: readonly Sold[]): string {
  const path = join(tempFolder(), 'kasir.csv');
  const lines = sold.map((row) => row.join(';'));
  writeFileSync(path, `Tanggal;No Nota;Pelanggan;Total\n${lines.join('\n')}\n`);
  return path;
}

async function openCheck(sold: readonly Sold[] | string, language = 'en') {
  const path = typeof sold === 'string' ? sold : written(sold);
  const app = await startTestApplication({ openSpreadsheets: async () => [path] });
  const input = { shopName: 'Toko', language, currency: 'IDR', country: 'ID' };
  await app.dispatch({ channel: 'settings.update', input, callId: 'set-up' });
  const window = renderApp(app, '/import');
  const isEnglish = language === 'en';
  await window.user.click(await importButton(isEnglish ? /Choose files/ : /Pilih file/));
  await window.user.click(await importButton(isEnglish ? /Next: Columns/ : /Lanjut: Kolom/));
  await window.user.click(await importButton(isEnglish ? /Next: Check/ : /Lanjut: Periksa/));
  return window;
}

const report = () => useImport.getState().report as ImportReport;
const steps = async () => screen.findByRole('list', { name: 'Changes to the rows' });

describe('find and replace', () => {
  test('shows what changes before it does, what it has made of the rows, and is taken back in one go', async () => {
    const { user } = await openCheck(typed);
    const isTyped = ([day]: Sold) => /2o26/i.test(day);
    const wrong = typed.filter(isTyped).length;
    await waitFor(() => expect(report()?.counts.wrong).toBe(wrong));
    await user.click(await importButton(/^Find and replace$/));
    const dialog = await screen.findByRole('dialog', { name: 'Find and replace' });
    const at = within(dialog);
    await user.type(at.getByLabelText('Find'), '2O26');
    await user.type(at.getByLabelText('Replace with'), '2026');
    await user.click(at.getByRole('button', { name: 'Show what changes' }));
    await at.findByText(`${wrong} cells in ${wrong} rows change.`);
    const shown = within(at.getByRole('region', { name: 'Some of what changes' }))
      .getAllByRole('row')
      .slice(1)
      .map((row) =>
        within(row)
          .getAllByRole('cell')
          .map(({ textContent }) => textContent),
      );
    expect(shown).toEqual(
      typed.flatMap((row, index) => {
        const [day] = row;
        return isTyped(row)
          ? [[String(index + 2), 'Tanggal', day, day.replace(/2o26/i, '2026')]]
          : [];
      }),
    );
    expect(report().counts.wrong).toBe(wrong);
    // Something else is typed: what was shown is not what would be done.
    await user.click(at.getByLabelText('Capitals and small letters count the same'));
    expect(at.queryByText(/rows change/)).toBeNull();
    await user.click(at.getByRole('button', { name: 'Show what changes' }));
    const exact = typed.filter(([day]) => day.includes('2O26')).length;
    await user.click(await at.findByRole('button', { name: `Change ${exact} cells` }));
    const [line] = within(await steps()).getAllByRole('listitem');
    await waitFor(() =>
      expect(line?.textContent).toContain(
        `all columns: “2O26” becomes “2026”${exact} cells in ${exact} rows${exact} rows no longer wrong`,
      ),
    );
    expect(report().counts.wrong).toBe(wrong - exact);
    await user.click(await importButton(/^Take back: all columns/));
    await waitFor(() => expect(report().counts.wrong).toBe(wrong));
    expect(screen.queryByRole('list', { name: 'Changes to the rows' })).toBeNull();
  });

  test('counts cells and rows apart, and says when rows are wrong that were not', async () => {
    const { user } = await openCheck(typed);
    await user.click(await importButton(/^Find and replace$/));
    const at = within(await screen.findByRole('dialog'));
    await user.type(at.getByLabelText('Find'), '0');
    await user.type(at.getByLabelText('Replace with'), '8{Enter}');
    const cells = typed.flatMap(([day, , , price]) => [day, String(price)]);
    const hit = cells.filter((cell) => cell.includes('0')).length;
    expect(hit).toBeGreaterThan(typed.length);
    await at.findByText(`${hit} cells in ${typed.length} rows change.`);
    const right = typed.filter(([day]) => /2026$/.test(day)).length;
    await user.click(at.getByRole('button', { name: `Change ${hit} cells` }));
    const done = await steps();
    await waitFor(() =>
      expect(done.textContent).toContain(
        `${hit} cells in ${typed.length} rows${right} row newly wrong`,
      ),
    );
    expect(done.textContent).not.toContain('no longer wrong');
    expect(report().counts.wrong).toBe(typed.length);
  });

  test('says where nothing is found, and does nothing then', async () => {
    const { user } = await openCheck(typed);
    await user.click(await importButton(/^Find and replace$/));
    const at = within(await screen.findByRole('dialog'));
    expect(at.getByRole('button', { name: 'Show what changes' })).toHaveProperty('disabled', true);
    await user.type(at.getByLabelText('Find'), 'nobody{Enter}');
    await at.findByText('None of the rows holds this. Nothing would change.');
    expect(at.getByRole('button', { name: /^Change/ })).toHaveProperty('disabled', true);
  });

  test('leaves numbers with decimals alone of which it finds a part, and says how many', async () => {
    const rows: readonly (readonly (string | number)[])[] = [
      ['Tanggal', 'No Nota', 'Pelanggan', 'Total'],
      ['05/03/2026', 'N.1', 'Ayu', 12.5],
      ['05/03/2026', 'N.2', 'Bima', 10.25],
      ['05/03/2026', 'N.3', 'Citra', 10],
    ];
    const cell = (value: string | number) =>
      typeof value === 'number'
        ? `<c><v>${value}</v></c>`
        : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
    const path = makeXlsx(join(tempFolder(), 'kasir.xlsx'), {
      rows: rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join(''),
    });
    const { user } = await openCheck(path);
    await user.click(await importButton(/^Find and replace$/));
    const at = within(await screen.findByRole('dialog'));
    await user.type(at.getByLabelText('Find'), '.{Enter}');
    const cells = rows.flat().filter((each) => typeof each === 'string' && each.includes('.'));
    const decimals = rows.flat().filter((each) => typeof each === 'number' && each % 1 !== 0);
    await at.findByText(`${cells.length} cells in ${cells.length} rows change.`);
    const said = `${decimals.length} numbers with decimals stay as they are`;
    expect(at.getByText(new RegExp(`^${said}`))).toBeTruthy();
    await user.click(at.getByRole('button', { name: `Change ${cells.length} cells` }));
    await waitFor(async () => expect((await steps()).textContent).toContain(said));
  });

  test('stays when the owner goes elsewhere and comes back', async () => {
    const { user } = await openCheck(typed);
    await user.click(await importButton(/^Find and replace$/));
    const at = within(await screen.findByRole('dialog'));
    await user.type(at.getByLabelText('Find'), '2O26');
    await user.type(at.getByLabelText('Replace with'), '2026{Enter}');
    await user.click(await at.findByRole('button', { name: /^Change/ }));
    await steps();
    await user.click(await importButton(/^Columns$/));
    await user.click(await importButton(/Next: Check/));
    expect((await steps()).textContent).toContain('“2O26” becomes “2026”');
    await user.click(await importButton(new RegExp(`Bring in ${typed.length} rows`)));
    await screen.findByText(`${typed.length} rows are in`);
  });
});

describe('fill down', () => {
  test('is offered with how many cells get what from where, and only then done', async () => {
    const { user } = await openCheck(daily);
    const blank = daily.filter(([day]) => day === '').length;
    await waitFor(() => expect(report()?.counts.wrong).toBe(blank));
    const offers = await screen.findByRole('list', { name: 'Columns to fill down' });
    const heads = daily.filter(([day]) => day !== '').length;
    expect(offers.textContent).toContain(
      `Tanggal: ${blank} empty cells stand below a value (groups: ${heads}).`,
    );
    expect(offers.textContent).toContain(
      'rows 3–4 get “05/03/2026” from row 2; row 6 gets “06/03/2026” from row 5',
    );
    await user.click(await importButton(new RegExp(`^Tanggal: fill ${blank} cells from above$`)));
    await waitFor(() => expect(report().counts.wrong).toBe(0));
    const done = await steps();
    await waitFor(() =>
      expect(done.textContent).toContain(
        `Tanggal: empty cells get what stands above them${blank} cells in ${blank} rows${blank} rows no longer wrong`,
      ),
    );
    expect(screen.queryByRole('list', { name: 'Columns to fill down' })).toBeNull();
  });

  test('leaves what looks like a line of totals alone, and says so before and after', async () => {
    const totals: Sold[] = [
      ['', 'TOTAL.', '', 25_000],
      ['07/03/2026', 'N6', 'Fajar', 5000],
      ['', 'Omzet hari ini', '', 5000],
      ['', 'N7', 'Gita', 5000],
    ];
    const isTotal = ([, number]: Sold) => /total|omzet/i.test(number);
    const { user } = await openCheck([...daily, ...totals]);
    await user.click(await importButton(/^Fill down$/));
    const at = within(await screen.findByRole('dialog', { name: 'Fill down' }));
    await user.click(at.getByRole('combobox', { name: 'Column' }));
    await user.click(await screen.findByRole('option', { name: 'Tanggal', hidden: true }));
    await user.click(at.getByRole('button', { name: 'Show what changes' }));
    const blank = daily.filter(([day]) => day === '').length;
    const left = totals.filter(isTotal).length;
    const past = totals.filter((row) => row[0] === '' && !isTotal(row)).length;
    await at.findByText(`${blank} empty cells in ${blank} rows are filled.`);
    const said = `${left} rows are left alone, since they look like lines of totals.`;
    expect(at.getByText(said)).toBeTruthy();
    expect(
      at.getByText(new RegExp(`^${past} cell stays empty: nothing stands above it, or a total`)),
    ).toBeTruthy();
    await user.click(at.getByRole('button', { name: `Change ${blank} cells` }));
    await waitFor(() => expect(report().counts.wrong).toBe(left + past));
    await waitFor(async () =>
      expect((await steps()).textContent).toContain(`${blank} cells in ${blank} rows${said}`),
    );
  });

  test('is asked for by hand too, in Indonesian, with a word of caution for amounts', async () => {
    const { user } = await openCheck(daily, 'id');
    await user.click(await importButton(/^Isi ke bawah$/));
    const at = within(await screen.findByRole('dialog', { name: 'Isi ke bawah' }));
    const choose = async (name: string) => {
      await user.click(at.getByRole('combobox', { name: 'Kolom' }));
      await user.click(await screen.findByRole('option', { name, hidden: true }));
    };
    await choose('Total');
    expect(at.getByText(/angkanya terhitung lagi di setiap baris/)).toBeTruthy();
    await user.click(at.getByRole('button', { name: 'Lihat yang berubah' }));
    await at.findByText(
      'Tidak ada sel kosong di bawah isi pada kolom ini. Tidak ada yang berubah.',
    );
    await choose('Tanggal');
    expect(at.queryByText(/angkanya terhitung lagi/)).toBeNull();
    await user.click(at.getByRole('button', { name: 'Lihat yang berubah' }));
    const blank = daily.filter(([day]) => day === '').length;
    await at.findByText(`${blank} sel kosong di ${blank} baris terisi.`);
    expect(at.getByText('baris 3–4 mendapat “05/03/2026” dari baris 2')).toBeTruthy();
  });
});
