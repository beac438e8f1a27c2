import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '#tests/support/render-app.tsx';
import { recordCounts } from '#tests/support/shop/journal-recount.ts';
import { ask, type HistoryShop, historyShop } from './history-shop.ts';

const said = (text: string | null | undefined) => (text ?? '').replaceAll('\u00a0', ' ').trim();

async function items(): Promise<HTMLElement[]> {
  await screen.findByRole('heading', { level: 2 });
  return [...document.querySelectorAll<HTMLElement>('main ol > li')];
}

/** What a deed says, without its time and buttons: its sentence, and how many records. */
function words(item: HTMLElement | undefined): [string, string] {
  const sentence = item?.querySelector('button[aria-expanded]')?.textContent;
  const counts = item?.querySelector(':scope > p')?.textContent;
  return [said(sentence), said(counts)];
}

/** Fields of an opened record: what it is called, what it was, what it is. */
function fieldsIn(item: HTMLElement | undefined): string[][] {
  return [...(item?.querySelectorAll('dl > div') ?? [])].map((field) => [
    said(field.querySelector('dt')?.textContent),
    said(field.querySelector('dd')?.textContent),
  ]);
}

const kopi = { productId: null, name: 'Kopi', quantityE4: 15_000, unitPriceE4: 25_000 * 10_000 };

/** A sale of one and a half, at Rp 25.000. */
async function sell(shop: HistoryShop) {
  const facts = { soldOn: '2026-06-01', customerId: null, lines: [kopi] };
  return ask(shop.app, 'sales.create', { facts });
}

test('says of each deed what it was and to how many, as the journal has it', async () => {
  const shop = await historyShop('en', 'Nama;No HP\nSiti;081234567890\nTono;081234567891\n');
  const ids = [await shop.add('Ani'), await shop.add('Budi'), await shop.add('Citra')];
  await ask(shop.app, 'customers.tag', { ids, tag: 'vip' });
  const { report } = await shop.bringIn();
  await sell(shop);
  await ask(shop.app, 'customers.delete', { ids: ids.slice(1) });
  renderApp(shop.app, '/settings/changes');
  const found = (await items()).map(words);
  const rows = await shop.rows();
  const counted = (batchId: number) => recordCounts(rows.filter((row) => row.batchId === batchId));
  const newest = Math.max(...rows.map(({ batchId }) => batchId));
  const sold = counted(newest - 1);
  expect(counted(newest)).toEqual({ customers: 2 });
  expect(sold).toEqual({ products: 1, sales: 1, sale_lines: 1 });
  expect(counted(4)).toEqual({ customer_tags: 3 });
  expect(found[0]).toEqual(['2 customers moved to the trash (Budi, Citra)', '2 customers']);
  expect(found[1]?.[0]).toMatch(/^Sale written down \(/);
  expect(found[1]?.[1]).toBe('1 product, 1 sale and 1 line of a sale');
  expect(found[2]).toEqual([
    `Imported pelanggan.csv: ${report.counts.read} rows`,
    `${report.customers.added} customers`,
  ]);
  expect(found.slice(3)).toEqual([
    ['Tag added to 3 customers (Ani, Budi, Citra)', '3 tags'],
    ['Customer added (Citra)', '1 customer'],
    ['Customer added (Budi)', '1 customer'],
    ['Customer added (Ani)', '1 customer'],
  ]);
});

test('opens to each record with what it was and is, as the app writes it, in the owner’s words', async () => {
  const shop = await historyShop('id');
  const ani = await shop.add('Ani');
  const budi = await shop.add('Budi');
  await shop.edit(ani, {
    ...{ gender: 'female', recommendedBy: budi, birthdayOn: '1990-05-12', kind: 'business' },
  });
  const { id } = await sell(shop);
  await ask(shop.app, 'sales.cancel', { id });
  const { user } = renderApp(shop.app, '/settings/changes');
  const [cancelled, sale, edited] = await items();
  for (const item of [cancelled, sale, edited])
    await user.click(within(item as HTMLElement).getAllByRole('button')[0] as HTMLElement);
  await waitFor(() => expect(fieldsIn(edited).length).toBeGreaterThan(0));
  await waitFor(() => expect(fieldsIn(sale).length).toBeGreaterThan(0));
  expect(fieldsIn(cancelled)).toEqual([['Status', 'Sebelumnya: Selesai → Menjadi: Dibatalkan']]);
  expect(fieldsIn(edited)).toEqual([
    ['Jenis', 'Sebelumnya: Perorangan → Menjadi: Usaha'],
    ['Ulang tahun', 'Sebelumnya: kosong → Menjadi: 12 Mei 1990'],
    ['Jenis kelamin', 'Sebelumnya: kosong → Menjadi: Perempuan'],
    ['Diajak oleh', 'Sebelumnya: kosong → Menjadi: Budi'],
  ]);
  const line = fieldsIn(sale);
  for (const field of [
    ['Jumlah', '1,5'],
    ['Harga', 'Rp 25.000'],
    ['Total baris', 'Rp 37.500'],
    ['Barang', 'Kopi'],
    ['Tanggal', '1 Juni 2026'],
    ['Pajak', 'Tanpa pajak'],
  ])
    expect(line).toContainEqual(field);
  const link = within(edited as HTMLElement).getByRole('link', { name: 'Ani' });
  expect(link.getAttribute('href')).toContain(`/customers/${ani}`);
  expect(document.querySelector('main')?.textContent).not.toMatch(/_minor|_on\b|_e4|name_key/);
});

test('undoes from its line, and names what was left as it is and why; it is marked then', async () => {
  const shop = await historyShop('en');
  const ani = await shop.add('Ani');
  await shop.edit(ani, { note: 'Kopi', occupation: 'Guru' });
  await shop.edit(ani, { note: 'Teh' });
  const { user } = renderApp(shop.app, '/settings/changes');
  const [, first] = await items();
  const undo = within(first as HTMLElement).getByRole('button', { name: /^Undo/ });
  await user.click(undo);
  const note = await within(first as HTMLElement).findByRole('status');
  expect([...note.querySelectorAll('p, li')].map((line) => said(line.textContent))).toEqual([
    'Undone: Customer details changed (Ani).',
    'Put back: 1 customer.',
    'Ani: partly changed afterwards, the rest went back',
  ]);
  await waitFor(async () => expect((await items()).length).toBe(4));
  const [undoing, , marked] = await items();
  expect(words(undoing)).toEqual(['Undid: Customer details changed (Ani)', '1 customer']);
  expect(within(undoing as HTMLElement).getByRole('button', { name: /^Do again/ })).toBeTruthy();
  // The mark with its day, not the note of what came of it.
  expect(within(marked as HTMLElement).getByText(/^Undone \d/)).toBeTruthy();
  expect(within(marked as HTMLElement).queryByRole('button', { name: /^Undo/ })).toBeNull();
  const { facts } = (await ask(shop.app, 'customers.get', { id: ani })) ?? {};
  expect(facts).toMatchObject({ note: 'Teh', occupation: null });
});

test('undoes an import by its own way, which asks first, and shows what a filter leaves', async () => {
  const shop = await historyShop('en', 'Nama;No HP\nSiti;081234567890\n');
  await shop.add('Ani');
  await shop.bringIn();
  const { user } = renderApp(shop.app, '/settings/changes?kinds=import&records=customers');
  const [only, ...others] = await items();
  expect(others).toEqual([]);
  await user.click(within(only as HTMLElement).getByRole('button', { name: /^Undo/ }));
  await user.click(await screen.findByRole('button', { name: 'Undo the import' }));
  expect(await screen.findByText('The import is undone')).toBeTruthy();
  const { rows } = await ask(shop.app, 'customers.list', {});
  expect(rows.map(({ name }) => name)).toEqual(['Ani']);
});

test('stands on the page of a sale and of a product, with its undoing', async () => {
  const shop = await historyShop('en');
  const { id } = await sell(shop);
  await ask(shop.app, 'sales.cancel', { id });
  const { user, unmount } = renderApp(shop.app, `/sales/${id}`);
  const card = await screen.findByRole('region', { name: 'Changes' });
  expect(await within(card).findByText(/^Sale cancelled/)).toBeTruthy();
  expect(fieldsIn(card)).toContainEqual(['Status', 'Before: Completed → After: Cancelled']);
  await user.click(within(card).getByRole('button', { name: /^Undo: Sale cancelled/ }));
  expect(await within(card).findByText(/^Undone: Sale cancelled/)).toBeTruthy();
  unmount();
  renderApp(shop.app, '/sales/products/1');
  const product = await screen.findByRole('region', { name: 'Changes' });
  expect(await within(product).findByText(/^Sale written down/)).toBeTruthy();
});
