import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notifications } from '@mantine/notifications';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** What one test was told stays until it is wiped away. */
beforeEach(() => notifications.clean());

async function ask<N extends ChannelName>(
  app: Application,
  channel: N,
  input: Input<N>,
): Promise<Output<N>> {
  const result = await app.dispatch({ channel, input, callId: channel });
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
  return result.value as Output<N>;
}

const unknown: Omit<Input<'customers.create'>, 'name'> = {
  ...{ kind: 'person', relation: 'customer', mark: null, birthdayOn: null, gender: null },
  ...{ occupation: null, source: null, uses: null, tastes: null, matters: null, taxId: null },
  ...{ recommendedBy: null, note: null, contactPoints: [], addresses: [], tags: [] },
};

async function shopOf(names: readonly string[], file?: string) {
  const app = await startTestApplication({
    openSpreadsheets: async () => (file === undefined ? null : [file]),
  });
  await ask(app, 'settings.update', { shopName: 'Sekar Pagi', language: 'en' });
  const ids = [];
  for (const name of names) ids.push((await ask(app, 'customers.create', { ...unknown, name })).id);
  return { app, ids };
}

function press(key: string, more: object = {}): void {
  fireEvent.keyDown(document.body, {
    ...{ key, code: `Key${key.toUpperCase()}`, ctrlKey: true },
    ...more,
  });
}

async function said(text: string): Promise<void> {
  expect(await screen.findByText(text)).toBeTruthy();
}

const names = async (app: Application) =>
  (await ask(app, 'customers.list', {})).rows.map(({ name }) => name).sort();

test('undoes and does again one after the other, and says each time what and to how many', async () => {
  const { app, ids } = await shopOf(['Ani', 'Budi', 'Citra', 'Dewi']);
  await ask(app, 'customers.tag', { ids: ids.slice(0, 2), tag: 'vip' });
  await ask(app, 'customers.delete', { ids });
  renderApp(app, '/import');
  await screen.findByRole('heading', { level: 1 });
  press('z');
  await said('Undone: 4 customers moved to the trash (Ani, Budi, Citra +1).');
  expect(await names(app)).toEqual(['Ani', 'Budi', 'Citra', 'Dewi']);
  press('z');
  await said('Undone: Tag added to 2 customers (Ani, Budi).');
  press('z', { shiftKey: true });
  await said('Done again: Tag added to 2 customers (Ani, Budi).');
  press('y');
  await said('Done again: 4 customers moved to the trash (Ani, Budi, Citra +1).');
  expect(await names(app)).toEqual([]);
  press('y');
  await said('There is nothing to do again.');
  press('z');
  await said('Undone: 4 customers moved to the trash (Ani, Budi, Citra +1).');
  // Something new was done: what had been undone is not done again over it.
  await ask(app, 'customers.create', { ...unknown, name: 'Eka' });
  press('y');
  await said('There is nothing to do again.');
  expect(await names(app)).toEqual(['Ani', 'Budi', 'Citra', 'Dewi', 'Eka']);
});

test('names an import that is the newest, and takes back nothing older', async () => {
  const file = join(tempFolder(), 'pelanggan.csv');
  writeFileSync(file, 'Nama;No HP\nSiti;081234567890\nTono;081234567891\n');
  const { app } = await shopOf(['Ani'], file);
  const draft = await ask(app, 'imports.choose', {});
  if (draft === null) throw new Error('nothing was chosen');
  const { draftId } = draft;
  await ask(app, 'imports.inspect', { draftId });
  const { importId, report } = await ask(app, 'imports.commit', { draftId });
  const { addresses, user } = renderApp(app, '/customers');
  await screen.findByRole('heading', { level: 1 });
  press('z');
  const text = `The newest change: Imported pelanggan.csv: ${report.counts.read} rows. An import is undone from the Import page; a backup is made first.`;
  await said(text);
  expect(await names(app)).toEqual(['Ani', 'Siti', 'Tono']);
  await user.click(screen.getByRole('button', { name: 'Open Import' }));
  await waitFor(() => expect(addresses.at(-1)).toBe('/import'));
  await ask(app, 'imports.undo', { importId });
  press('z');
  await said('Undone: Customer added (Ani).');
  expect(await names(app)).toEqual([]);
});

test('names what it left as it is, and why; and says where it took back nothing', async () => {
  const { app, ids } = await shopOf(['Ani']);
  const [id] = ids;
  if (id === undefined) throw new Error('no customer');
  const { facts } = (await ask(app, 'customers.get', { id })) as Output<'customers.get'> & object;
  const first = { ...facts, note: 'Kopi', occupation: 'Guru' };
  await ask(app, 'customers.update', { id, expected: facts, facts: first });
  await ask(app, 'customers.update', { id, expected: first, facts: { ...first, note: 'Teh' } });
  const { rows } = await ask(app, 'history.list', {});
  const [, second] = rows;
  if (second === undefined) throw new Error('no change');
  const undone = await ask(app, 'history.undo', { batchId: second.id });
  expect(undone).toMatchObject({
    kept: [{ entity: 'customers', id, name: 'Ani', why: 'partly' }],
  });
  // The customer was edited since it was added: it stays whole.
  renderApp(app, '/import');
  await screen.findByRole('heading', { level: 1 });
  press('z');
  await said('Undone: Customer details changed (Ani).');
  press('z');
  const left = '1 record was changed afterwards and is left as it is: Ani.';
  await said(`Nothing was undone of: Customer added (Ani). ${left}`);
  expect(await names(app)).toEqual(['Ani']);
});
