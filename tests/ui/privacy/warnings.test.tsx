import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { listBackups, makeBackup } from '#db/file/backup.ts';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addCustomer, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { lockPeriod } from '#tests/support/shop/locked-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const said = (text: string | null | undefined) => (text ?? '').replace(/\u00a0/g, ' ');

async function shop(fill: (raw: RawHandle) => void): Promise<TempShop> {
  const made = await tempShop((raw) => {
    fill(raw);
    finishShop(raw);
  });
  const own = { language: 'en', currency: 'IDR', timeZone: 'Asia/Jakarta' } as const;
  await made.ask('settings.update', { shopName: 'Sekar', ...own });
  made.machine.day = '2026-06-16';
  return made;
}

/** Ratna, who still owes for one of two sales, in a period that was handed over. */
function owing(raw: RawHandle): void {
  const customerId = addCustomer(raw, { name: 'Ratna', phones: ['+6281255500001'] });
  const account = { customerId, onAccount: true, dueOn: '2026-06-01' };
  addSale(raw, { ...account, soldOn: '2026-05-04', revenueMinor: 31_500_000 });
  addSale(raw, { customerId, soldOn: '2026-05-05', revenueMinor: 700_000 });
  addCustomer(raw, { name: 'Budi' });
}

async function copyAt({ folder, database }: TempShop, at: string): Promise<void> {
  const { raw, close } = openConnection(database);
  const request = { cause: 'quit', at, appVersion: '1.0.0', timeZone: 'Asia/Jakarta' } as const;
  await makeBackup(raw, { folder: join(folder, 'backups'), ...request });
  await close();
}

async function asked(made: TempShop) {
  const rendered = renderApp(made.app, '/customers/1');
  const { user } = rendered;
  await user.click(await screen.findByRole('button', { name: 'More' }));
  await user.click(
    await screen.findByRole('menuitem', { name: 'Erase this person…', hidden: true }),
  );
  const dialog = await screen.findByRole('dialog');
  const field = await within(dialog).findByLabelText(/Type to continue/);
  return { ...rendered, dialog, field };
}

test('what is owed, handed over, kept in backups or set aside is said before, and what came of it after', async () => {
  const made = await shop((raw) => {
    owing(raw);
    lockPeriod(raw, { from: '2026-05-01', to: '2026-05-31' });
  });
  await copyAt(made, '2026-06-02T03:00:00.000Z');
  await copyAt(made, '2026-06-09T03:00:00.000Z');
  const aside = join(made.folder, 'set-aside', '2026-06-03T03-00-00-000Z');
  mkdirSync(aside, { recursive: true });
  writeFileSync(join(aside, 'langgan.db'), 'what lay there');
  const { user, dialog, field } = await asked(made);
  const text = said(dialog.textContent);
  for (const sentence of [
    'Rp 315,000 is still owed. Afterwards nobody can tell by whom.',
    'Revenue of Rp 322,000 stays as it is',
    'Some of it lies in a period that was handed over. Its amounts do not change',
    '2 backups, from 2 June 2026 to 9 June 2026, still hold this person. They go by themselves, the last about 9 July 2027.',
    `1 file that was set aside may hold this person too, in ${join(made.folder, 'set-aside')}.`,
    'Kept is a fingerprint of each phone, e-mail and code, so that an old file does not bring this person in again unawares',
    'This cannot be undone, and no backup is made before.',
  ])
    expect(text).toContain(sentence);
  await user.click(within(dialog).getByRole('checkbox', { name: /remove the older ones now/ }));
  await user.type(field, 'Ratna');
  await user.click(within(dialog).getByRole('button', { name: 'Erase for good' }));
  const done = 'Erased. What the books need stands under number 1. 2 older backups were removed.';
  expect(await screen.findByText(done)).toBeTruthy();
  const [left, ...others] = await listBackups(join(made.folder, 'backups'));
  expect(others).toEqual([]);
  expect(left?.erased).toMatchObject([{ number: 1, customerId: 1 }]);
});

test('where nothing is owed, locked or kept elsewhere, nothing of it is said', async () => {
  const made = await shop((raw) => {
    addCustomer(raw, { name: 'Ratna' });
  });
  const { user, dialog, field } = await asked(made);
  const text = said(dialog.textContent);
  expect(text).toContain('Goes for good: the name and every note.');
  expect(text).toContain('Nothing stays: this person bought nothing.');
  expect(text).not.toMatch(
    /owed|handed over|backups? of|backups, from|set aside|draft|refused|rows/,
  );
  await user.type(field, 'ratna');
  await user.click(within(dialog).getByRole('button', { name: 'Erase for good' }));
  expect(await screen.findByText('Erased. Nothing is left of this person.')).toBeTruthy();
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

test('whoever was silent for as long as was settled is counted, and the way leads to them alone', async () => {
  const made = await shop((raw) => {
    for (const [name, soldOn] of [
      ['Ani', '2025-06-15'],
      ['Budi', '2025-06-17'],
      ['Citra', '2024-01-01'],
    ] as const)
      addSale(raw, { customerId: addCustomer(raw, { name }), soldOn, revenueMinor: 100 });
    raw.exec("UPDATE customers SET created_at = '2020-01-01T00:00:00.000Z'");
  });
  const { user, addresses } = renderApp(made.app, '/settings/privacy');
  expect(await screen.findByText('Nothing was done yet')).toBeTruthy();
  expect(screen.queryByText(/had nothing with you/)).toBeNull();
  await user.click(screen.getByRole('combobox', { name: 'Look at whom after' }));
  await user.click(await screen.findByRole('option', { name: '1 year', hidden: true }));
  const line = await screen.findByText('2 people had nothing with you for 1 year: look at them');
  await user.click(line);
  expect(addresses.at(-1)).toBe('/customers?quietSince=2025-06-16');
});

test('whoever was in an older backup and was erased again is counted, until it was read', async () => {
  const made = await shop((raw) => {
    addCustomer(raw, { name: 'Budi' });
    raw.exec(`INSERT INTO erasures (customer_id, salt, mark, erased_at, swept_at) VALUES
        (8, '${'a1'.repeat(16)}', '${'b2'.repeat(32)}', '2026-06-01', '2026-06-01'),
        (9, '${'a3'.repeat(16)}', '${'b4'.repeat(32)}', '2026-06-01', '2026-06-01');
      INSERT INTO privacy_events (at, kind, erasure_id) VALUES
        ('2026-06-10T03:00:00.000Z', 'erased-again', 1),
        ('2026-06-10T03:00:00.000Z', 'erased-again', 2)`);
  });
  const { user } = renderApp(made.app, '/today');
  const sentence = '2 people whom you had erased were in the backup and were erased again.';
  const banner = (await screen.findByText(sentence)).closest('[role=status]');
  await user.click(within(banner as HTMLElement).getByRole('button', { name: 'OK' }));
  await waitFor(() => expect(screen.queryByText(sentence)).toBeNull());
  expect(await made.ask('privacy.again', {})).toMatchObject({ count: 0 });
});

test('a reminder of a debt says that its customer asked for no offers; another’s says nothing', async () => {
  const made = await shop((raw) => {
    owing(raw);
    const account = { customerId: 2, onAccount: true, dueOn: '2026-06-01' };
    addSale(raw, { ...account, soldOn: '2026-05-04', revenueMinor: 100 });
  });
  const facts = { purpose: 'offers', isGiven: false, on: '2026-06-15', way: 'shop' } as const;
  await made.ask('privacy.addConsent', { customerId: 1 as never, facts });
  const warning =
    /Ratna asked for no offers\. A reminder of what is owed is none: keep to the debt\./;
  const { user, unmount } = renderApp(made.app, '/customers/1');
  await user.click(await screen.findByRole('button', { name: 'Remind' }));
  expect(await screen.findByText(warning)).toBeTruthy();
  expect(screen.getAllByText('No offers, please').length).toBeGreaterThan(0);
  unmount();
  renderApp(made.app, '/customers/2');
  await user.click(await screen.findByRole('button', { name: 'Remind' }));
  expect(await screen.findByRole('dialog')).toBeTruthy();
  expect(screen.queryByText(/asked for no offers/)).toBeNull();
});
