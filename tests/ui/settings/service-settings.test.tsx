import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { type ShopSettings, settingsContract } from '#shared/contract/settings.ts';
import { publicHolidays } from '#shared/domain/calendar/holidays.ts';
import { renderApp, startTestApplication } from '#tests/support/render-app.tsx';

async function ask(app: Application, channel: string, input: object = {}): Promise<unknown> {
  const answer = await app.dispatch({ channel, input, callId: `test-${channel}` });
  if (!answer.ok) throw new Error(`${channel}: ${answer.error.code}`);
  return answer.value;
}

async function settingsOf(app: Application): Promise<ShopSettings> {
  return settingsContract['settings.get'].output.parse(await ask(app, 'settings.get')).settings;
}

async function openSettings(more: Partial<ShopSettings> = {}) {
  const app = await startTestApplication();
  const start = { shopName: 'Sekar Pagi', language: 'en', country: 'ID', currency: 'IDR' };
  await ask(app, 'settings.update', { ...start, ...more });
  const rendered = renderApp(app, '/settings');
  await screen.findByRole('heading', { level: 1 });
  return { app, ...rendered };
}

const usual = { opens: '08:00', closes: '17:00' };

test('a day’s hours are typed the local way, saved when left, and taken back', async () => {
  const { app, user } = await openSettings();
  const opens = screen.getByLabelText('Monday, opens at');
  await user.clear(opens);
  await user.type(opens, '9.30');
  await user.tab();
  await user.keyboard('18{Enter}');
  await waitFor(async () =>
    expect((await settingsOf(app)).businessHours[0]).toEqual([{ opens: '09:30', closes: '18:00' }]),
  );
  expect((await settingsOf(app)).businessHours[1]).toEqual([usual]);
  await user.click(await screen.findByText('Undo'));
  await waitFor(async () =>
    expect((await settingsOf(app)).businessHours[0]).toEqual([{ opens: '09:30', closes: '17:00' }]),
  );
});

test('a closing before the opening stays in the field with what is possible, and is not saved', async () => {
  const { app, user } = await openSettings();
  const closes = screen.getByLabelText('Tuesday, closes at');
  await user.clear(closes);
  await user.type(closes, '7{Enter}');
  expect(await screen.findByText(/between 08:01 and 24:00/)).toBeTruthy();
  expect((await settingsOf(app)).businessHours[1]).toEqual([usual]);
});

test('a day is closed at noon, copied to all days, and one of its openings removed', async () => {
  const { app, user } = await openSettings();
  await user.click(screen.getByRole('button', { name: 'Closed at noon, Wednesday' }));
  expect(await screen.findByLabelText('Wednesday, opens again at')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: "Copy Wednesday's hours to all days" }));
  const noon = [
    { opens: '08:00', closes: '12:00' },
    { opens: '13:00', closes: '17:00' },
  ];
  await waitFor(async () =>
    expect((await settingsOf(app)).businessHours).toEqual(Array(7).fill(noon)),
  );
  await user.click(await screen.findByRole('button', { name: 'Remove 13:00–17:00 on Sunday' }));
  await waitFor(async () => expect((await settingsOf(app)).businessHours[6]).toEqual([noon[0]]));
});

test('a day is closed and opened by its switch', async () => {
  const { app, user } = await openSettings();
  await user.click(screen.getByRole('switch', { name: 'Monday: open' }));
  await waitFor(async () => expect((await settingsOf(app)).businessHours[0]).toEqual([]));
  await user.click(screen.getByRole('switch', { name: 'Sunday: open' }));
  await waitFor(async () => expect((await settingsOf(app)).businessHours[6]).toEqual([usual]));
});

test('a holiday is added in its place, refused twice, and removed', async () => {
  const own = [{ on: '2026-08-17', name: 'Hari Kemerdekaan' }];
  const { app, user } = await openSettings({ holidays: own });
  const day = screen.getByLabelText('Date');
  const add = screen.getByRole('button', { name: 'Add' });
  await user.click(add);
  expect(await screen.findByText('Choose the date first.')).toBeTruthy();
  await user.type(day, '1 May 2031{Enter}');
  await user.type(screen.getByLabelText('Name of the holiday'), 'Family day');
  await user.click(add);
  const added = { on: '2031-05-01', name: 'Family day' };
  await waitFor(async () => expect((await settingsOf(app)).holidays).toEqual([...own, added]));
  const list = await screen.findByRole('list', { name: 'List of holidays' });
  await waitFor(() => expect(within(list).getByText('Family day')).toBeTruthy());
  expect(within(list).queryByText('Hari Kemerdekaan')).toBeNull();
  await user.type(day, '17 August 2026{Enter}');
  await user.click(add);
  expect(await screen.findByText('This date is on the list already.')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Remove Family day, 1 May 2031' }));
  await waitFor(async () => expect((await settingsOf(app)).holidays).toEqual(own));
});

test('the public holidays come back beside the owner’s own, none twice', async () => {
  const own = [
    { on: '2026-08-17', name: 'Our own name for it' },
    { on: '2026-09-09', name: 'Family day' },
  ];
  const { app, user } = await openSettings({ holidays: own });
  const restore = screen.getByRole('button', { name: 'Put the Indonesian public holidays back' });
  await user.click(restore);
  expect(
    await screen.findByText(`${publicHolidays.length - 1} public holidays added.`),
  ).toBeTruthy();
  const days = [...publicHolidays.map(({ on }) => on), '2026-09-09'].toSorted();
  const { holidays } = await settingsOf(app);
  expect(holidays.map(({ on }) => on)).toEqual(days);
  expect(holidays).toEqual(expect.arrayContaining(own));
  await user.click(restore);
  expect(await screen.findByText('All public holidays we know are on the list.')).toBeTruthy();
  expect((await settingsOf(app)).holidays).toHaveLength(days.length);
});

test('due times are typed in hours and kept in business minutes', async () => {
  const { app, user } = await openSettings();
  const solution = screen.getByLabelText(/^Severe complaint, Solution/);
  expect(solution).toHaveProperty('value', '18');
  await user.clear(solution);
  await user.type(solution, '4.5{Enter}');
  await waitFor(async () =>
    expect((await settingsOf(app)).serviceLevels.severe).toEqual({
      answerMinutes: 60,
      resolveMinutes: 270,
    }),
  );
  await user.clear(solution);
  await user.type(solution, '0{Enter}');
  expect(await screen.findByText(/hours between 0.1 and 1,600/)).toBeTruthy();
  expect(screen.getAllByText(/already received keep their due times/)).toHaveLength(2);
});

test('authority, same cause, cooling, first contact and signature are saved as typed', async () => {
  const { app, user } = await openSettings();
  const write = async (label: string | RegExp, text: string) => {
    const field = screen.getByLabelText(label);
    await user.clear(field);
    await user.type(field, `${text}{Enter}`);
  };
  await write('Approval limit', '250rb');
  await write('The same cause comes back within', '90');
  await write('Cool off for', '0');
  await write(/^After a first contact/, '5');
  await write('Name under replies', 'Sekar, owner');
  await write('Private contact', '0812-3456-7890');
  await waitFor(async () =>
    expect(await settingsOf(app)).toMatchObject({
      authorityMinor: 25_000_000,
      sameCauseDays: 90,
      coolingMinutes: 0,
      proactiveDays: 5,
      replyName: 'Sekar, owner',
      replyContact: '0812-3456-7890',
    }),
  );
  await write('Cool off for', '2000');
  expect(await screen.findByText(/between 0 and 1440/)).toBeTruthy();
});

test('the zone is found by its name, Indonesia’s three first', async () => {
  const { app, user } = await openSettings();
  const zone = screen.getByRole('combobox', { name: 'Time zone' });
  await user.click(zone);
  const offered = await screen.findAllByRole('option', { hidden: true });
  const first = offered
    .filter((option) => /^WI/.test(option.textContent))
    .map((o) => o.textContent);
  expect(first).toEqual(['WIB (Jakarta)', 'WITA (Makassar)', 'WIT (Jayapura)']);
  await user.clear(zone);
  await user.type(zone, 'berlin');
  await user.click(await screen.findByRole('option', { name: 'Europe/Berlin', hidden: true }));
  await waitFor(async () => expect((await settingsOf(app)).timeZone).toBe('Europe/Berlin'));
});

test('reminders are switched off', async () => {
  const { app, user } = await openSettings();
  await user.click(screen.getByRole('switch', { name: 'Show notifications' }));
  await waitFor(async () => expect((await settingsOf(app)).notifies).toBe(false));
});

test('a part of the page is gone to by its name', async () => {
  const { user } = await openSettings({ language: 'id' });
  const parts = screen.getByRole('navigation', { name: 'Bagian pengaturan' });
  await user.click(within(parts).getByRole('button', { name: 'Keluhan dan balasan' }));
  expect(document.activeElement?.textContent).toBe('Keluhan dan balasan');
  expect(document.activeElement?.tagName).toBe('H2');
});
