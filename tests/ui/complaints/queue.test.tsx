import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Application } from '#electron/application.ts';
import { useComplaintList } from '#renderer/state/complaint-list.ts';
import { useNames } from '#renderer/state/names.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addComplaint, ask, floating, openShop, undoToast } from './complaint-shop.ts';

async function threeComplaints(): Promise<Application> {
  const app = await openShop();
  await addComplaint(app, 'Stale coffee', { severity: 'severe' });
  await addComplaint(app, 'Late parcel', {
    kind: 'employee',
    receivedAt: '2026-01-05T03:00:00.000Z',
  });
  await addComplaint(app, 'Wrong change', { severity: 'light' });
  return app;
}

function titles(): string[] {
  const rows = within(screen.getByRole('grid')).getAllByRole('row').slice(1);
  return rows.map((row) => row.querySelector('b')?.textContent ?? '');
}

async function showsOnly(...expected: string[]): Promise<void> {
  await waitFor(() => expect(titles().toSorted()).toEqual(expected.toSorted()));
}

beforeEach(() => {
  useComplaintList.setState({ view: 'list', order: 'due' });
  useNames.setState({ names: {} });
});

describe('the queue of complaints', () => {
  test('says what waits and what is late, the latest first, and Enter opens it', async () => {
    const { user } = renderApp(await threeComplaints(), '/complaints');
    expect(await screen.findByText('3 complaints are waiting for us, 1 late.')).toBeTruthy();
    await showsOnly('Late parcel', 'Stale coffee', 'Wrong change');
    expect(titles()[0]).toBe('Late parcel');
    screen.getByRole('grid').focus();
    await user.keyboard('{End}{Home}{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Late parcel' })).toBeTruthy();
  });

  test('`/` searches, and ↓ hands the keyboard to the list', async () => {
    const { user } = renderApp(await threeComplaints(), '/complaints');
    await showsOnly('Late parcel', 'Stale coffee', 'Wrong change');
    await user.keyboard('/');
    await user.keyboard('coffee');
    await showsOnly('Stale coffee');
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(screen.getByRole('grid'));
  });

  test('chips and menus filter together, each can be taken away', async () => {
    const { user, addresses } = renderApp(await threeComplaints(), '/complaints');
    await user.click(await screen.findByRole('button', { name: 'Late 1' }));
    await showsOnly('Late parcel');
    expect(addresses.at(-1)).toBe('/complaints?flags=overdue');
    await user.click(screen.getByRole('button', { name: 'Late 1' }));
    await user.click(screen.getByRole('button', { name: 'Severity' }));
    await user.click(await screen.findByRole('menuitemcheckbox', floating('Severe')));
    await user.click(await screen.findByRole('menuitemcheckbox', floating('Light')));
    await showsOnly('Stale coffee', 'Wrong change');
    await user.keyboard('{Escape}');
    await user.click(
      screen.getByRole('button', { name: 'Remove the filter: Severity: Severe, Light' }),
    );
    await showsOnly('Late parcel', 'Stale coffee', 'Wrong change');
  });

  test('an address opens its rows, and says by which filter', async () => {
    const app = await threeComplaints();
    renderApp(app, '/complaints?kinds=employee&receivedTo=2026-01-31&flags=unresolved');
    await screen.findByRole('grid');
    await showsOnly('Late parcel');
    expect(screen.getByText('Source: From an employee')).toBeTruthy();
    expect(screen.getByText('Period: until 31 Jan 2026')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Remove the filter: Not solved' })).toBeTruthy();
  });

  test('nothing that matches is told apart from nothing at all', async () => {
    const { user } = renderApp(await threeComplaints(), '/complaints?states=closed');
    expect(await screen.findByText('No complaint matches')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Clear the filters' }));
    await screen.findByRole('grid');
    await showsOnly('Late parcel', 'Stale coffee', 'Wrong change');
  });

  test('a filter is kept under a name, applied, deleted, and had back', async () => {
    const app = await threeComplaints();
    const { user, addresses } = renderApp(app, '/complaints?severities=severe');
    await screen.findByRole('grid');
    await user.click(screen.getByRole('button', { name: 'Saved filters' }));
    await user.type(await screen.findByLabelText('Name of the filter'), 'The bad ones');
    await user.click(screen.getByRole('button', floating('Save this filter')));
    expect(await screen.findByRole('button', floating('The bad ones'))).toBeTruthy();
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Remove the filter: Severity: Severe' }));
    await showsOnly('Late parcel', 'Stale coffee', 'Wrong change');
    await user.click(screen.getByRole('button', { name: 'Saved filters' }));
    await user.click(await screen.findByRole('button', floating('The bad ones')));
    await showsOnly('Stale coffee');
    expect(addresses.at(-1)).toBe('/complaints?severities=severe');
    await user.click(screen.getByRole('button', { name: 'Saved filters' }));
    await user.click(await screen.findByRole('button', floating('Delete the filter The bad ones')));
    await waitFor(() => expect(screen.queryByRole('button', floating('The bad ones'))).toBeNull());
    await undoToast(user, 'The filter “The bad ones” is deleted.');
    await waitFor(async () => expect(await ask(app, 'complaints.filters', {})).toHaveLength(1));
  });

  test('the board has a column a stage, and arrows go through its cards', async () => {
    const { user } = renderApp(await threeComplaints(), '/complaints');
    await user.click(await screen.findByRole('radio', { name: 'Board' }));
    const column = await screen.findByRole('region', { name: 'New' });
    const cards = within(column).getAllByRole('link');
    expect(cards).toHaveLength(3);
    expect(within(column).getByRole('heading', { level: 2 }).textContent).toContain('3');
    expect(within(screen.getByRole('region', { name: 'Closed' })).getByText('Empty')).toBeTruthy();
    cards[0]?.focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(cards[1]);
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
  });
});
