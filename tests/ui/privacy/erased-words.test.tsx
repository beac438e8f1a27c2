import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import {
  complaintShop,
  damar,
  diagnosing,
  lembayung,
  lembayungsSale,
  received,
} from '#tests/support/shop/complaint-shop.ts';
import type { TempShop } from '#tests/support/shop/temp-shop.ts';

const words = {
  en: {
    none: 'This person was erased. No note about them is kept, so there is no field for one.',
    take: 'Receive payment',
    note: 'Note',
    record: 'Record payment',
    save: 'Save',
    saveNew: 'Save and start the next',
    story: 'What happened?',
    heading: 'Short title',
    correct: /^Correct:/,
    more: 'Complaint menu',
    edit: 'Change the details',
    severity: 'Severity',
    light: 'Light',
    refused:
      'This person was erased. Nothing about them is written down any more, and no note either.',
  },
  id: {
    none: 'Orang ini sudah dihapus selamanya. Catatan tentangnya tidak disimpan, jadi tidak ada kolomnya.',
    take: 'Terima pembayaran',
    note: 'Catatan',
    record: 'Catat pembayaran',
    save: 'Simpan',
    saveNew: 'Simpan, lalu penjualan baru',
    story: 'Apa yang terjadi?',
    heading: 'Judul singkat',
    correct: /^Betulkan:/,
    more: 'Menu keluhan',
    edit: 'Ubah data keluhan',
    severity: 'Beratnya',
    light: 'Ringan',
    refused:
      'Orang ini sudah dihapus selamanya. Tidak ada lagi yang dicatat tentangnya, catatan pun tidak.',
  },
} as const;
type Language = keyof typeof words;
const both = ['en', 'id'] as const;

/** What stands in the file, by a connection of its own. */
function inFile<T>(shop: TempShop, sql: string): T {
  const { raw } = openConnection(shop.database, { readonly: true });
  try {
    return raw.prepare(sql).raw().all() as T;
  } finally {
    raw.close();
  }
}

/** Damar and Lembayung each owe 700.00; of the two, Damar is erased. */
async function owingShop(language: Language) {
  const shop = await complaintShop();
  await shop.ask('settings.update', { shopName: 'Sekar', language, currency: 'IDR' });
  const ids = [];
  for (const customerId of [damar, lembayung]) {
    const line = { productId: null, name: 'Gula', quantityE4: 10_000, unitPriceE4: 7_000_000 };
    const facts = { soldOn: '2026-06-10', customerId, isOnAccount: true, lines: [line] };
    ids.push((await shop.ask('sales.create', { facts } as never)).id);
  }
  const [sale, other] = ids;
  const chain = await received(shop);
  const more = await received(shop, { customerId: lembayung, saleId: lembayungsSale });
  // A cause of others is the shop's own word: it outlives the person.
  for (const one of [chain, more]) {
    await one.step({ move: 'answer', answer: 'Maaf' });
    await one.step(diagnosing);
  }
  await shop.ask('privacy.erase', { customerId: damar, confirm: 'Kedai Tepi Kali' });
  return { shop, sale, other, complaint: chain.id, otherComplaint: more.id };
}

test.each(both)(
  '%s: a payment of somebody who was erased has no note, and says why',
  async (of) => {
    const word = words[of];
    const { shop } = await owingShop(of);
    for (const [customer, hasNote] of [
      [lembayung, true],
      [damar, false],
    ] as const) {
      const { user, unmount } = renderApp(shop.app, `/customers/${customer}`);
      await user.click(await screen.findByRole('button', { name: word.take }));
      const dialog = await screen.findByRole('dialog');
      await within(dialog).findByRole('button', { name: word.record });
      if (!hasNote) expect(await within(dialog).findByText(word.none)).toBeTruthy();
      expect(within(dialog).queryByLabelText(word.note) !== null).toBe(hasNote);
      expect(within(dialog).queryByText(word.none) === null).toBe(hasNote);
      await user.click(within(dialog).getByRole('button', { name: word.record }));
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      unmount();
    }
    const paid = 'SELECT customer_id, amount_minor, note FROM payments ORDER BY customer_id';
    expect(inFile(shop, paid)).toEqual([
      [damar, 70_000, null],
      [lembayung, 70_000, null],
    ]);
  },
);

test.each(both)(
  '%s: a sale of theirs is changed without a note; one of others has it',
  async (of) => {
    const word = words[of];
    const { shop, sale, other } = await owingShop(of);
    const { user, unmount } = renderApp(shop.app, `/sales/${sale}/change`);
    expect(await screen.findByText(word.none)).toBeTruthy();
    expect(screen.queryByLabelText(word.note)).toBeNull();
    unmount();
    renderApp(shop.app, `/sales/${other}/change`);
    expect(await screen.findByLabelText(word.note)).toBeTruthy();
    expect(screen.queryByText(word.none)).toBeNull();
    void user;
  },
);

test.each(both)('%s: their complaint is corrected in its facts, and in no word', async (of) => {
  const word = words[of];
  const { shop, complaint, otherComplaint } = await owingShop(of);
  const { user, unmount } = renderApp(shop.app, `/complaints/${complaint}`);
  await user.click(await screen.findByRole('button', { name: word.more }));
  await user.click(await screen.findByRole('menuitem', { name: word.edit, hidden: true }));
  const dialog = await screen.findByRole('dialog');
  expect(await within(dialog).findByText(word.none)).toBeTruthy();
  for (const field of [word.story, word.heading])
    expect(within(dialog).queryByLabelText(field)).toBeNull();
  expect(screen.queryByRole('button', { name: word.correct, hidden: true })).toBeNull();
  await user.click(within(dialog).getByLabelText(word.severity, { selector: 'input' }));
  await user.click(await screen.findByRole('option', { name: word.light, hidden: true }));
  await user.click(within(dialog).getByRole('button', { name: word.save }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(
    inFile(shop, `SELECT severity, title, words FROM complaints WHERE id = ${complaint}`),
  ).toEqual([['light', '—', '']]);
  unmount();
  renderApp(shop.app, `/complaints/${otherComplaint}`);
  expect(
    (await screen.findAllByRole('button', { name: word.correct })).length,
  ).toBeGreaterThanOrEqual(2);
});

test.each(both)('%s: a new sale to them is refused, and nothing of it is written', async (of) => {
  const word = words[of];
  const { shop, sale } = await owingShop(of);
  const counts = () =>
    inFile(
      shop,
      'SELECT (SELECT count(*) FROM sales), (SELECT count(*) FROM sale_lines), (SELECT count(*) FROM journal)',
    );
  const before = counts();
  const { user } = renderApp(shop.app, `/sales/new?from=${sale}`);
  await user.click(await screen.findByRole('button', { name: word.saveNew }));
  expect(await screen.findByText(word.refused)).toBeTruthy();
  expect(counts()).toEqual(before);
});
