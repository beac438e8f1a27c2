import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { bareCustomer } from '#renderer/features/complaints/facts/bare-customer.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { addComplaint, ask, field, floating, openShop, undoToast } from './complaint-shop.ts';

const MOST_TABS = 80;

/** Presses Tab until the element has the keyboard, as somebody without a mouse would. */
async function tabTo(user: UserEvent, element: HTMLElement): Promise<void> {
  for (let pressed = 0; pressed < MOST_TABS; pressed += 1) {
    if (document.activeElement === element) return;
    await user.tab();
  }
  throw new Error(`Tab does not reach ${element.textContent ?? element.tagName}`);
}

async function press(user: UserEvent, name: string): Promise<void> {
  await tabTo(user, await screen.findByRole('button', { name }));
  await user.keyboard('{Enter}');
}

async function hasKeyboard(label: string): Promise<HTMLElement> {
  const wanted = await screen.findByLabelText(label, field);
  await waitFor(() => expect(document.activeElement).toBe(wanted));
  return wanted;
}

describe('the chain of a complaint', () => {
  test('goes by keyboard alone from the words to the wait, which two Enters do not cut short', async () => {
    const app = await openShop();
    const { user, addresses } = renderApp(app, '/complaints');
    await screen.findByText('No complaints yet');
    await user.keyboard('{Control>}{Shift>}k{/Shift}{/Control}');
    const dialog = await screen.findByRole('dialog', { name: 'New complaint' });
    await waitFor(() =>
      expect(document.activeElement).toBe(within(dialog).getByLabelText('What happened?', field)),
    );
    await user.keyboard('The coffee smells stale. Please change it.');
    await press(user, 'Record the complaint');
    expect(await screen.findByRole('heading', { level: 1, name: 'The coffee smells stale' }));

    await tabTo(user, await screen.findByLabelText('What did you say?', field));
    await user.keyboard('Thank you, we are sorry, we call you tomorrow.');
    await press(user, 'Save the answer');

    await hasKeyboard('The cause');
    await user.keyboard('storage');
    await press(user, 'Save the cause');

    await hasKeyboard('Solution');
    await user.keyboard('Five kilos roasted fresh');
    await tabTo(user, screen.getByRole('combobox', { name: 'Compensation' }));
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{Enter}');
    await tabTo(user, await screen.findByLabelText('Value', field));
    await user.keyboard('50rb');
    await press(user, 'Save the solution');

    await hasKeyboard('What do we change?');
    await user.keyboard('Close the sacks in the evening');
    await press(user, 'Save the change');

    const done = await screen.findByRole('button', { name: 'It is done' });
    await waitFor(() => expect(document.activeElement).toBe(done));
    await user.keyboard('{Enter}');
    const wait = await screen.findByRole('button', { name: /^Wait until / });
    await waitFor(() => expect(document.activeElement).toBe(wait));
    expect(screen.queryByRole('button', { name: 'It did not come back' })).toBeNull();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(addresses.at(-1)).toBe('/complaints'));

    const { rows } = await ask(app, 'complaints.list', {});
    const page = await ask(app, 'complaints.get', { id: rows[0]?.id ?? (0 as never) });
    expect(page).toMatchObject({
      state: 'improved',
      answer: 'Thank you, we are sorry, we call you tomorrow.',
      cause: 'storage',
      solution: 'Five kilos roasted fresh',
      compensations: [{ amountMinor: 5_000_000, costMinor: 5_000_000 }],
      actions: [{ what: 'Close the sacks in the evening', verdict: null }],
    });
  }, 240_000);

  test('compensation above the owner’s authority is refused in words, until somebody approves', async () => {
    const app = await openShop({ authorityMinor: 10_000_000 });
    const { id } = await addComplaint(app, 'Broken glass');
    await ask(app, 'complaints.step', { id, step: { move: 'answer', answer: 'Sorry' } });
    await ask(app, 'complaints.step', { id, step: { move: 'diagnose', cause: 'packing' } });
    const { user } = renderApp(app, `/complaints/${id}`);
    await user.type(await screen.findByLabelText('Solution', field), 'A new one');
    await user.click(screen.getByRole('combobox', { name: 'Compensation' }));
    await user.click(await screen.findByRole('option', floating('Refund')));
    await user.type(await screen.findByLabelText('Value', field), '250.000');
    await user.tab();
    // What it costs us follows its value until it is typed by hand.
    expect(screen.getAllByDisplayValue('Rp 250,000')).toHaveLength(2);
    expect(screen.getByText('Above the approval limit, Rp 100,000')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Save the solution' }));
    expect(await screen.findByText(/Write down who approved it first/)).toBeTruthy();
    await user.type(screen.getByLabelText('Approved by', field), 'Bu Sekar');
    await user.click(screen.getByRole('button', { name: 'Save the solution' }));
    expect(await screen.findByText('Approved by Bu Sekar')).toBeTruthy();
    expect(await screen.findByLabelText('What do we change?', field)).toBeTruthy();
  });

  test('what is solved right away has cause and solution in one step, and needs no change', async () => {
    const app = await openShop();
    const { id } = await addComplaint(app, 'Change was wrong', { channel: 'visit' });
    const { user } = renderApp(app, `/complaints/${id}`);
    await user.click(await screen.findByRole('button', { name: 'Solved right away' }));
    await user.type(screen.getByLabelText('The cause', field), 'cash desk');
    await user.type(screen.getByLabelText('Solution', field), 'Gave the rest back');
    await user.click(screen.getByRole('button', { name: 'Save the solution' }));
    expect((await screen.findAllByText('Solved right away')).length).toBeGreaterThan(0);
    await user.click(await screen.findByRole('button', { name: 'Nothing needs to change' }));
    await user.type(screen.getByLabelText('Why not?', field), 'A slip');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await user.click(await screen.findByRole('button', { name: 'Close the complaint' }));
    expect(await screen.findByText('This complaint is closed.')).toBeTruthy();
    const page = await ask(app, 'complaints.get', { id });
    expect(page).toMatchObject({ isFirstContact: true, noActionReason: 'A slip' });
  });

  test('a reply that goes out with the solution holds the chain until it has been sent', async () => {
    const app = await openShop({ replyName: 'Sekar', replyContact: '0812-555-0100' });
    const customer = await ask(app, 'customers.create', bareCustomer('0812 5550 137', 'ID'));
    const { id } = await addComplaint(app, 'Broken glass', { customerId: customer.id });
    await ask(app, 'complaints.step', { id, step: { move: 'answer', answer: 'Sorry' } });
    await ask(app, 'complaints.step', { id, step: { move: 'diagnose', cause: 'packing' } });
    const { user } = renderApp(app, `/complaints/${id}`);
    await user.type(await screen.findByLabelText('Solution', field), 'A new one');
    await user.type(
      await screen.findByLabelText(/^Reply to/, field),
      'Thank you for telling us, we are sorry. A new glass comes tomorrow.',
    );
    await user.click(screen.getByRole('button', { name: 'Save and send by WhatsApp' }));
    const sent = await screen.findByRole('button', { name: /^It has been sent/ });
    expect((await ask(app, 'complaints.get', { id })).state).toBe('resolved');
    expect(screen.queryByLabelText('What do we change?', field)).toBeNull();
    await user.click(sent);
    await hasKeyboard('What do we change?');
    const { rows } = await ask(app, 'interactions.timeline', { customerId: customer.id });
    expect(JSON.stringify(rows)).toContain('A new glass comes tomorrow.');
  });

  test('it can be reopened with a reason, which its history keeps', async () => {
    const app = await openShop();
    const { id, number } = await addComplaint(app, 'Late again');
    const step = { move: 'resolve', solution: 'Drove over', cause: 'delivery' } as const;
    await ask(app, 'complaints.step', { id, step });
    const { user } = renderApp(app, `/complaints/${id}`);
    await user.click(await screen.findByRole('button', { name: 'Complaint menu' }));
    await user.click(await screen.findByRole('menuitem', floating('Reopen')));
    await user.type(
      await screen.findByLabelText('Why is it reopened?', field),
      'Half of it was missing',
    );
    await user.click(screen.getByRole('button', { name: 'Reopen' }));
    expect(await screen.findByText('Reopened once')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'History' }));
    const dialog = await screen.findByRole('dialog', { name: 'History of the steps' });
    expect(within(dialog).getByText(/Half of it was missing/)).toBeTruthy();
    expect(number).toMatch(/^K-/);
  });

  test('Escape in a dialog that a menu opened gives the keyboard back to the menu', async () => {
    const app = await openShop();
    const { id } = await addComplaint(app, 'Late again');
    const { user } = renderApp(app, `/complaints/${id}`);
    const menu = await screen.findByRole('button', { name: 'Complaint menu' });
    await user.click(menu);
    await user.click(await screen.findByRole('menuitem', floating('Change the details')));
    await screen.findByRole('dialog', { name: 'Change the complaint' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(document.activeElement).toBe(menu);
  });

  test('a deleted complaint can be had back from the toast', async () => {
    const app = await openShop();
    const { id, number } = await addComplaint(app, 'Wrong colour');
    const { user } = renderApp(app, `/complaints/${id}`);
    await user.click(await screen.findByRole('button', { name: 'Complaint menu' }));
    await user.click(await screen.findByRole('menuitem', floating('Delete the complaint')));
    expect(await screen.findByText('No complaints yet')).toBeTruthy();
    await undoToast(user, `Complaint ${number} deleted.`);
    expect(await screen.findByText('Wrong colour')).toBeTruthy();
  });

  test('a voucher is marked as used, and not used after all', async () => {
    const app = await openShop();
    const { id } = await addComplaint(app, 'Cold food');
    const compensation = {
      kind: 'voucher',
      amountMinor: 2_500_000,
      costMinor: 1_000_000,
      validUntil: '2099-12-31',
    } as const;
    const step = { move: 'resolve', solution: 'Voucher', cause: 'kitchen', compensation } as const;
    await ask(app, 'complaints.step', { id, step });
    const { user } = renderApp(app, `/complaints/${id}`);
    expect(await screen.findByText('Valid until 31 Dec 2099')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'It was used' }));
    expect(await screen.findByText(/^Used /)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Not used after all' }));
    expect(await screen.findByText('Valid until 31 Dec 2099')).toBeTruthy();
  });
});

test('a time that is none is refused in words, not forgotten', async () => {
  const app = await openShop();
  const { user } = renderApp(app, '/complaints');
  await screen.findByText('No complaints yet');
  await user.keyboard('{Control>}{Shift>}k{/Shift}{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'New complaint' });
  const inside = within(dialog);
  await user.type(inside.getByLabelText('What happened?', field), 'Stale beans.');
  await user.click(inside.getByRole('radio', { name: 'Another time' }));
  const time = inside.getByLabelText('Time', field);
  await user.type(time, '25.99');
  await user.click(inside.getByRole('button', { name: 'Record the complaint' }));
  expect(await inside.findByText(/time/i, { selector: '[id$="-error"]' })).toBeTruthy();
  expect((await ask(app, 'complaints.list', {})).rows).toEqual([]);
});
