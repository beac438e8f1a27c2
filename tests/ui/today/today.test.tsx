import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { EMPTY_FACTS } from '#renderer/features/customers/facts/facts-values.ts';
import { axisRoom, linePoints, niceTop } from '#renderer/features/today/month-lines.ts';
import type { ChannelName, Input, Output } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { formatMoney } from '#shared/domain/money.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';
import { tempFolder } from '#tests/support/temp-folder.ts';

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
  const { today } = await ask(app, 'settings.get', {});
  const { id } = await ask(app, 'customers.create', {
    ...EMPTY_FACTS,
    name: 'Ratna Kusuma',
    contactPoints: [{ kind: 'phone', label: null, value: '0812 5550 137' }],
  });
  return { app, id, today };
}

describe('today', () => {
  test('an empty shop is told what to do first', async () => {
    const app = await startTestApplication();
    await ask(app, 'settings.update', { shopName: 'Sekar Pagi', language: 'id', currency: 'IDR' });
    renderApp(app, '/today');
    expect(await screen.findByText('Belum ada pelanggan')).toBeTruthy();
  });

  test('what is overdue stands first, says how late, and is gone when done; undo brings it back', async () => {
    const { app, id, today } = await shop();
    const plan = { dueOn: addDays(today, -3), reason: 'Send the June offer' };
    await ask(app, 'followUps.create', { customerId: id, plan });
    const { user } = renderApp(app, '/today');
    const line = (await screen.findByText('Send the June offer')).closest('li') as HTMLElement;
    expect(within(line).getByText('3 days late')).toBeTruthy();
    expect(within(line).getByRole('button', { name: /WhatsApp to Ratna/ })).toBeTruthy();
    await user.click(within(line).getByRole('button', { name: 'Done with Ratna Kusuma' }));
    await waitFor(() => expect(screen.queryByText('Send the June offer')).toBeNull());
    expect(await screen.findByText('1 done today')).toBeTruthy();
    await user.click(
      (await screen.findAllByRole('button', { name: 'Undo' })).at(-1) as HTMLElement,
    );
    const said = 'Undone: “Contact again” marked as done (Ratna Kusuma).';
    expect(await screen.findByText(said)).toBeTruthy();
    expect(await screen.findByText('Send the June offer')).toBeTruthy();
  });

  test('done after WhatsApp was opened writes the contact into the history', async () => {
    const { app, id, today } = await shop();
    await ask(app, 'followUps.create', { customerId: id, plan: { dueOn: today, reason: 'Greet' } });
    const { user } = renderApp(app, '/today');
    const line = (await screen.findByText('Greet')).closest('li') as HTMLElement;
    await user.click(within(line).getByRole('button', { name: /WhatsApp to Ratna/ }));
    expect(await screen.findByText('WhatsApp is opening for Ratna Kusuma')).toBeTruthy();
    await user.click(within(line).getByRole('button', { name: 'Done with Ratna Kusuma' }));
    await waitFor(async () => {
      const { rows } = await ask(app, 'interactions.timeline', {
        customerId: id,
        kinds: ['contact'],
      });
      expect(rows).toMatchObject([{ channel: 'whatsapp', direction: 'out', text: 'Greet' }]);
    });
  });

  test('snoozed to tomorrow it is found under tomorrow', async () => {
    const { app, id, today } = await shop();
    await ask(app, 'followUps.create', { customerId: id, plan: { dueOn: today, reason: 'Greet' } });
    const { user } = renderApp(app, '/today');
    await user.click(await screen.findByRole('button', { name: 'Snooze Ratna Kusuma' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Tomorrow/, hidden: true }));
    await waitFor(() => expect(screen.queryByText('Greet')).toBeNull());
    await user.click(screen.getByRole('radio', { name: /^Tomorrow 1/ }));
    expect(await screen.findByText('Greet')).toBeTruthy();
  });

  test('a complaint that waits shows its clock and leads to its page', async () => {
    const { app, id } = await shop('id');
    const made = await ask(app, 'complaints.create', {
      customerId: id,
      channel: 'whatsapp',
      title: 'Biji apek',
    });
    const { user, addresses } = renderApp(app, '/today');
    const card = await screen.findByRole('region', { name: 'Keluhan menunggu kita' });
    expect(await within(card).findByText(/^Jawab sebelum|^Jawaban lewat/)).toBeTruthy();
    await user.click(within(card).getByRole('button', { name: 'Jawab: Biji apek' }));
    await waitFor(() => expect(addresses.at(-1)).toBe(`/complaints/${made.id}`));
  });
});

describe('the lines of a month', () => {
  test.each([
    [0, 1],
    [7, 10],
    [38_640_000, 50_000_000],
    [90_000_001, 100_000_000],
  ])('an axis for %d ends at %d', (most, top) => {
    expect(niceTop(most)).toBe(top);
  });

  test('leave room for the longest text of their axis, in either language', () => {
    for (const language of ['id', 'en'] as const)
      for (const top of [1, 50_000_000, 1_000_000_000, 300_000_000_000_000]) {
        const texts = [0, top / 2, top].map((tick) =>
          formatMoney(tick, 'IDR', language, { short: true }),
        );
        // 11 px of the font are 6.4 px a digit at most; the text ends 6 px before the lines.
        const widest = Math.max(...texts.map((text) => text.length * 6.4));
        expect(axisRoom(texts) - 6).toBeGreaterThanOrEqual(widest);
      }
  });

  test('start at the left and end at the last day, never below the axis', () => {
    const box = { left: 10, top: 0, width: 300, height: 100 };
    expect(linePoints([0, 50, -20], 31, 100, box)).toEqual([
      [10, 100],
      [20, 50],
      [30, 100],
    ]);
  });
});

test('the dates go out as a calendar, and how many were kept is said', async () => {
  const path = join(tempFolder(), 'dates.ics');
  const app = await startTestApplication({ saveTable: async () => path });
  await ask(app, 'settings.update', { shopName: 'Sekar Pagi', language: 'en', currency: 'IDR' });
  const { id } = await ask(app, 'customers.create', { ...EMPTY_FACTS, name: 'Ratna Kusuma' });
  const { today } = await ask(app, 'settings.get', {});
  const plan = { dueOn: addDays(today, -2), reason: 'Greet' };
  await ask(app, 'followUps.create', { customerId: id, plan });
  const { user } = renderApp(app, '/today');
  expect(await screen.findByText(/0 of 1 date kept/)).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: 'Save to a file' }));
  await user.click(await screen.findByRole('menuitem', { name: /^Calendar/, hidden: true }));
  expect(await screen.findByText('1 date saved in dates.ics.')).toBeTruthy();
  expect(readFileSync(path, 'utf8')).toContain('Greet');
});

test('the list that is shown goes out as it stands', async () => {
  const path = join(tempFolder(), 'today.csv');
  const app = await startTestApplication({ saveTable: async () => path });
  await ask(app, 'settings.update', { shopName: 'Sekar Pagi', language: 'en', currency: 'IDR' });
  const { today } = await ask(app, 'settings.get', {});
  const due = [
    { name: 'Ratna', reason: 'Ask about the coffee', dueOn: addDays(today, -2) },
    { name: 'Bagas', reason: '', dueOn: today },
    { name: 'Sinta', reason: 'Greet', dueOn: addDays(today, 3) },
  ];
  for (const { name, ...plan } of due) {
    const { id } = await ask(app, 'customers.create', { ...EMPTY_FACTS, name });
    await ask(app, 'followUps.create', { customerId: id, plan });
  }
  const { user } = renderApp(app, '/today');
  await screen.findByText('Ratna');
  const save = async (item: RegExp, said: string) => {
    await user.click(await screen.findByRole('button', { name: 'Save to a file' }));
    await user.click(await screen.findByRole('menuitem', { name: item, hidden: true }));
    await screen.findByText(said);
    const lines = readFileSync(path, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n');
    return lines.map((line) => line.split(','));
  };
  expect(await save(/^Today’s list, CSV/, '2 lines saved in today.csv.')).toEqual([
    ['Day', 'Time', 'Name', 'Phone', 'What for', 'Turns', 'Last bought'],
    [addDays(today, -2), '', 'Ratna', '', 'Ask about the coffee', '', ''],
    [today, '', 'Bagas', '', 'Contact again', '', ''],
  ]);
  await user.click(screen.getByRole('radio', { name: 'This week 1' }));
  await screen.findByText('Sinta');
  expect((await save(/^This week’s list, CSV/, '1 line saved in today.csv.')).slice(1)).toEqual([
    [addDays(today, 3), '', 'Sinta', '', 'Greet', '', ''],
  ]);
});
