import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { addDays, daysBetween } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addComplaint, ask, openShop, undoToast } from './complaint-shop.ts';

const unwaited = 'This complaint was closed without waiting: nobody knows whether it came back.';

/** A complaint whose change was to be done and is done today; `apart` days later it is looked at. */
async function doneToday(app: Application, apart: number) {
  const { id } = await addComplaint(app, 'Broken glass');
  const { today } = await ask(app, 'settings.get', {});
  const action = { what: 'Thicker paper', dueOn: today, checkOn: addDays(today, apart) };
  await ask(app, 'complaints.step', { id, step: { move: 'answer', answer: 'Sorry' } });
  await ask(app, 'complaints.step', { id, step: { move: 'diagnose', cause: 'packing' } });
  await ask(app, 'complaints.step', { id, step: { move: 'resolve', solution: 'A new one' } });
  await ask(app, 'complaints.step', { id, step: { move: 'improve', action } });
  const [made] = (await ask(app, 'complaints.get', { id })).actions;
  const actionId = made?.id ?? 0;
  const change = { kind: 'done', on: today } as const;
  return { id, actionId, today, done: { complaintId: id, actionId, change } };
}

test('before its day a complaint is closed only without waiting, says so, and its undo waits again', async () => {
  const app = await openShop();
  const { id, done, today } = await doneToday(app, 20);
  await ask(app, 'complaints.action', done);
  const { user } = renderApp(app, `/complaints/${id}`);
  const { checkOn } = (await ask(app, 'complaints.get', { id })).actions[0] ?? { checkOn: '' };
  expect(daysBetween(today, checkOn)).toBe(20);
  expect(await screen.findByText(/in 20 days/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'It did not come back' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Close without waiting' }));
  expect(await screen.findByText(unwaited)).toBeTruthy();
  expect(screen.queryByText('This complaint is closed.')).toBeNull();
  expect(screen.queryByText(/Did not come back, looked at/)).toBeNull();
  expect(screen.getByText(/^Closed without waiting, /)).toBeTruthy();
  const { number } = await ask(app, 'complaints.get', { id });
  await undoToast(user, `Complaint ${number} closed without waiting.`);
  expect(await screen.findByRole('button', { name: 'Close without waiting' })).toBeTruthy();
  await waitFor(() => expect(screen.queryByText(unwaited)).toBeNull());
});

test('a change done on its last day is said to be looked at a day later at the earliest', async () => {
  const app = await openShop();
  const { id, done } = await doneToday(app, 0);
  renderApp(app, `/complaints/${id}`);
  expect(await screen.findByText(/it is looked at later than planned/)).toBeTruthy();
  await ask(app, 'complaints.action', done);
  expect(await screen.findByText(/in 1 day\b/)).toBeTruthy();
});
