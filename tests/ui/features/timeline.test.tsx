import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

async function ask<N extends ChannelName>(
  app: Application,
  channel: N,
  input: Input<N>,
): Promise<Output<N>> {
  const result = await app.dispatch({ channel, input, callId: 't' });
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.error)}`);
  return result.value as Output<N>;
}

async function shop(language: 'id' | 'en' = 'en') {
  const app = await startTestApplication();
  const input = { shopName: 'Sekar Pagi', language, country: 'ID', currency: 'IDR' };
  await ask(app, 'settings.update', input);
  const { id } = await ask(app, 'customers.create', { ...EMPTY_FACTS, name: 'Ratna Kusuma' });
  return { app, id };
}

async function timeline() {
  return screen.findByRole('region', { name: 'History' });
}

describe('the timeline of a customer', () => {
  test('what is typed into the one box is written down by the keyboard alone', async () => {
    const { app, id } = await shop();
    const { user } = renderApp(app, `/customers/${id}`);
    await user.type(
      await screen.findByRole('textbox', { name: 'What happened?' }),
      'Asked for Gayo',
    );
    await user.keyboard('{Control>}{Enter}{/Control}');
    const line = await within(await timeline()).findByText('Asked for Gayo');
    expect(within(line.closest('li') as HTMLElement).getByText('WhatsApp')).toBeTruthy();
    const { rows } = await ask(app, 'interactions.timeline', {
      customerId: id,
      kinds: ['contact'],
    });
    expect(rows).toMatchObject([{ channel: 'whatsapp', direction: 'out', text: 'Asked for Gayo' }]);
    expect(screen.getByRole('textbox', { name: 'What happened?' })).toHaveProperty('value', '');
  });

  test('a first contact of theirs makes the next one ours, and it stands in the head', async () => {
    const { app, id } = await shop();
    const { user } = renderApp(app, `/customers/${id}`);
    await user.type(
      await screen.findByRole('textbox', { name: 'What happened?' }),
      'Who sells Gayo?',
    );
    await user.click(screen.getByRole('radio', { name: 'In' }));
    await user.click(screen.getByRole('button', { name: 'Save note' }));
    expect(await screen.findByRole('button', { name: 'Done' })).toBeTruthy();
    const open = await ask(app, 'followUps.ofCustomer', { customerId: id });
    expect(open).toMatchObject([{ cause: 'proactive' }]);
  });

  test('a note is corrected and taken away, and the toast brings it back', async () => {
    const { app, id } = await shop();
    await ask(app, 'interactions.record', {
      customerId: id,
      facts: { channel: 'call', direction: 'out', text: 'Asked about delivry' },
    });
    const { user } = renderApp(app, `/customers/${id}`);
    await user.click(await screen.findByRole('button', { name: 'Edit note' }));
    const dialog = await screen.findByRole('dialog', { name: 'Edit note' });
    const box = within(dialog).getByLabelText('What happened?');
    await user.clear(box);
    await user.type(box, 'Asked about delivery');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await within(await timeline()).findByText('Asked about delivery')).toBeTruthy();
    await user.click(await screen.findByRole('button', { name: 'Edit note' }));
    await user.click(await screen.findByRole('button', { name: 'Delete note' }));
    await waitFor(() => expect(screen.queryByText('Asked about delivery')).toBeNull());
    const toast = (await screen.findByText('Note deleted')).closest('[role="alert"]');
    await user.click(within(toast as HTMLElement).getByRole('button', { name: 'Undo' }));
    expect(await within(await timeline()).findByText('Asked about delivery')).toBeTruthy();
  });

  test('the filter shows only complaints, and an empty one says so', async () => {
    const { app, id } = await shop();
    await ask(app, 'complaints.create', {
      customerId: id,
      channel: 'whatsapp',
      title: 'Stale beans',
    });
    const { user } = renderApp(app, `/customers/${id}`);
    await user.click(await screen.findByRole('radio', { name: 'Complaints' }));
    const region = await timeline();
    expect(await within(region).findByRole('link', { name: /Complaint K-/ })).toBeTruthy();
    expect(within(region).getByText('Stale beans')).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Contacts' }));
    expect(await within(region).findByText(/No contact written down yet/)).toBeTruthy();
  });
});

test('a contact-again date is set with a reason, and repeats when it is done', async () => {
  const { app, id } = await shop();
  const { user } = renderApp(app, `/customers/${id}`);
  await user.click(await screen.findByRole('button', { name: 'Set a day to contact again' }));
  const dialog = await screen.findByRole('dialog', { name: 'Contact again' });
  await user.type(within(dialog).getByLabelText('What for'), 'Grinder service');
  await user.click(within(dialog).getByRole('combobox', { name: 'Repeats' }));
  await user.click(await screen.findByRole('option', { name: 'Months', hidden: true }));
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Grinder service')).toBeTruthy();
  const [first] = await ask(app, 'followUps.ofCustomer', { customerId: id as CustomerId });
  await user.click(screen.getByRole('button', { name: 'Done' }));
  await waitFor(async () => {
    const [next] = await ask(app, 'followUps.ofCustomer', { customerId: id });
    expect(next?.dueOn).not.toBe(first?.dueOn);
  });
});

test('a day to contact again that has passed is said to have', async () => {
  const { app, id } = await shop();
  const { user } = renderApp(app, `/customers/${id}`);
  await user.click(await screen.findByRole('button', { name: 'Set a day to contact again' }));
  const dialog = await screen.findByRole('dialog', { name: 'Contact again' });
  const day = within(dialog).getByLabelText('Day');
  await user.clear(day);
  await user.type(day, 'yesterday');
  expect(within(dialog).getByText('That day has passed.')).toBeTruthy();
  await user.clear(day);
  await user.type(day, 'today');
  expect(within(dialog).queryByText('That day has passed.')).toBeNull();
});

test('a time is typed the way the shop writes it, and a wrong one holds the form', async () => {
  const { app, id } = await shop('id');
  const { user } = renderApp(app, `/customers/${id}`);
  await user.click(await screen.findByRole('button', { name: 'Tentukan tanggal hubungi lagi' }));
  const dialog = await screen.findByRole('dialog', { name: 'Hubungi lagi' });
  const time = within(dialog).getByLabelText<HTMLInputElement>('Jam (boleh kosong)');
  await user.type(time, '25.00');
  await user.tab();
  expect(within(dialog).getByText('Tulis jamnya, misalnya 09.30.')).toBeTruthy();
  await user.click(within(dialog).getByRole('button', { name: 'Simpan' }));
  expect(document.activeElement).toBe(time);
  await user.clear(time);
  await user.type(time, '9.30');
  await user.tab();
  expect(time.value).toBe('09.30');
  await user.click(within(dialog).getByRole('button', { name: 'Simpan' }));
  await waitFor(async () => {
    expect(await ask(app, 'followUps.ofCustomer', { customerId: id })).toMatchObject([
      { dueTime: '09:30' },
    ]);
  });
});

test('a note with a day that cannot be read is not written down, by key or by button', async () => {
  const { app, id } = await shop('id');
  const { user } = renderApp(app, `/customers/${id}`);
  const box = await screen.findByRole('textbox', { name: 'Apa yang terjadi?' });
  await user.type(box, 'Tanya Gayo');
  await user.click(screen.getByRole('combobox', { name: 'Hubungi lagi sesudah ini' }));
  await user.click(await screen.findByRole('option', { name: 'Tanggal lain', hidden: true }));
  const day = screen.getByLabelText<HTMLInputElement>('Tanggal lain');
  await user.clear(day);
  await user.type(day, '17/8');
  await user.click(screen.getByRole('button', { name: 'Catat' }));
  await user.type(box, '{Control>}{Enter}{/Control}');
  expect(screen.getByText(/^Tahunnya belum ada\./, { selector: '[class*=error]' })).toBeTruthy();
  await user.clear(day);
  await user.type(day, '17 Agustus 2031');
  await user.click(screen.getByRole('button', { name: 'Catat' }));
  await waitFor(async () => {
    const open = await ask(app, 'followUps.ofCustomer', { customerId: id });
    expect(open).toMatchObject([{ dueOn: '2031-08-17' }]);
  });
  const { rows } = await ask(app, 'interactions.timeline', { customerId: id, kinds: ['contact'] });
  expect(rows).toHaveLength(1);
});

test('Escape closes a dialog and gives the keyboard back to what opened it', async () => {
  const { app, id } = await shop();
  const { user } = renderApp(app, `/customers/${id}`);
  const opener = await screen.findByRole('button', { name: 'Set a day to contact again' });
  await user.click(opener);
  await screen.findByRole('dialog', { name: 'Contact again' });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(opener);
});

test('further contact-again dates are written in words', async () => {
  const { app, id } = await shop();
  const plan = { reason: 'Greet' };
  await ask(app, 'followUps.create', { customerId: id, plan: { ...plan, dueOn: '2031-05-12' } });
  await ask(app, 'followUps.create', { customerId: id, plan: { ...plan, dueOn: '2031-06-21' } });
  renderApp(app, `/customers/${id}`);
  expect(await screen.findByRole('button', { name: /^Also/ })).toHaveProperty(
    'textContent',
    'Also 21 June 2031',
  );
});

test('what happened with a customer stands apart from what was edited, and an edit shows old and new', async () => {
  const { app, id } = await shop();
  const { id: noteId } = await ask(app, 'interactions.record', {
    customerId: id,
    facts: { channel: 'call', direction: 'out', text: 'Asked about delivry' },
  });
  const { facts } = await ask(app, 'interactions.get', { id: noteId });
  const mended = { ...facts, text: 'Asked about delivery' };
  await ask(app, 'interactions.update', { id: noteId, facts: mended });
  const { facts: expected } = await ask(app, 'customers.get', { id });
  const moved = { ...expected, name: 'Ratna Dewi' };
  await ask(app, 'customers.update', { id, facts: moved, expected });
  const { user } = renderApp(app, `/customers/${id}`);
  expect(await screen.findByRole('radio', { name: 'What happened 1' })).toBeTruthy();
  const happened = await timeline();
  expect(await within(happened).findByText('Asked about delivery')).toBeTruthy();
  expect(within(happened).getAllByRole('listitem')).toHaveLength(1);
  await user.click(screen.getByRole('radio', { name: 'Changes' }));
  const edits = await timeline();
  const newestFirst = await within(edits).findAllByText('→');
  expect(newestFirst.map((line) => line.closest('div')?.textContent)).toEqual([
    'NameBefore: Ratna Kusuma → After: Ratna Dewi',
    'What happened?Before: Asked about delivry → After: Asked about delivery',
  ]);
  // The note itself is no edit; that the customer was added is one of the record.
  expect(within(edits).getAllByText('Customer details changed')).toHaveLength(1);
  expect(within(edits).getAllByText('Contact corrected')).toHaveLength(1);
  expect(within(edits).getAllByText('Added with name')).toHaveLength(1);
});

test('of a customer who was added the history says in one line what with', async () => {
  const { app } = await shop('id');
  const contactPoints = [{ kind: 'phone' as const, label: null, value: '0812 5550 137' }];
  for (const [facts, said] of [
    [{ name: 'Wulan', contactPoints }, 'Ditambahkan dengan nama dan nomor HP'],
    [{ name: 'Sari' }, 'Ditambahkan dengan nama'],
    [
      { name: '', contactPoints: [{ ...contactPoints[0], value: '0812 5550 138' }] },
      'Ditambahkan dengan nomor HP',
    ],
  ] as const) {
    const { id } = await ask(app, 'customers.create', { ...EMPTY_FACTS, ...facts } as never);
    const { user, unmount } = renderApp(app, `/customers/${id}`);
    await user.click(await screen.findByRole('radio', { name: 'Perubahan' }));
    const list = await screen.findByRole('region', { name: 'Riwayat kontak' });
    expect(await within(list).findByText(said)).toBeTruthy();
    unmount();
  }
});
