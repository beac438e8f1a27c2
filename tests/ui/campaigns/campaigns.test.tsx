import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { CampaignId } from '#shared/ids.ts';
import { recountUplift } from '#tests/support/campaigns/recount-uplift.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import {
  addCustomer,
  addLine,
  addSale,
  finishShop,
  today,
} from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

/** So many with a phone; of the first nobody knows the number, and the second wants no offers. */
async function shop(people = 12): Promise<TempShop> {
  const made = await tempShop((raw) => {
    for (let index = 1; index <= people; index += 1) {
      const phones = index === 1 ? [] : [`+62811000${String(index).padStart(4, '0')}`];
      const id = addCustomer(raw, { name: `Orang ${index}`, phones });
      addLine(
        raw,
        addSale(raw, { customerId: id, soldOn: '2026-01-05', revenueMinor: 900 }),
        'Teh',
        900,
      );
    }
    for (const name of ['Tina', 'Tono', 'Tuti'])
      addCustomer(raw, { name, phones: ['+628110009999'], deletedAt: '2026-05-01T00:00:00.000Z' });
    const erased = addCustomer(raw, { name: '' });
    raw.prepare("UPDATE customers SET erased_at = '2026-05-01' WHERE id = ?").run(erased);
    raw.exec(`INSERT INTO consents (customer_id, purpose, is_given, said_on, way, created_at)
      VALUES (2, 'offers', 0, '2026-01-01', 'shop', '')`);
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en', currency: 'IDR' });
  return made;
}

async function started(made: TempShop, heldPercent: number, parts = {}): Promise<CampaignId> {
  const facts = {
    ...{
      name: 'Quiet ones',
      channel: 'whatsapp' as const,
      text: 'Hi {greeting|there}, from {shop}',
    },
    ...{ definition: { parts: [] }, heldPercent, ...parts },
  };
  const { id } = await made.ask('campaigns.create', { facts });
  await made.ask('campaigns.start', { id });
  return id;
}

/** What stands behind a word in a list of counts. */
async function counted(card: string, what: string): Promise<string> {
  const region = await screen.findByRole('region', { name: card });
  return within(region).getByText(what).nextElementSibling?.textContent ?? '';
}

test('a campaign is written step by step, says who is left out and why, and starts', async () => {
  const made = await shop();
  const { user, addresses } = renderApp(made.app, '/campaigns');
  await user.click(await screen.findByRole('button', { name: 'New campaign' }));
  await user.type(await screen.findByLabelText('Name of the campaign'), 'June');
  await user.click(screen.getByRole('button', { name: 'On to: Message' }));
  const area = await screen.findByLabelText('Message');
  await user.type(area, ' We have tea.');
  const previews = await screen.findByRole('region', {
    name: 'As it reads for people on the list',
  });
  await waitFor(() =>
    expect(within(previews).getAllByText('Hi Orang 3, this is Sekar. We have tea.').length).toBe(1),
  );
  expect(screen.queryByText(/Too long to be read to its end/)).toBeNull();
  await user.click(area);
  await user.paste(' tea'.repeat(150));
  expect((await screen.findAllByText(/Too long to be read to its end/)).length).toBeGreaterThan(0);
  await user.clear(area);
  await user.paste('Hi, {me}');
  const unset = await screen.findByRole('link', {
    name: 'Your name under replies is empty: fill it in in the settings',
  });
  expect(unset.getAttribute('href')).toContain('/settings?part=complaints');
  const on = screen.getByRole('button', { name: 'On to: How' });
  expect((on as HTMLButtonElement).disabled).toBe(true);
  await made.ask('settings.update', { replyName: 'Rina' });
  await waitFor(() => expect((on as HTMLButtonElement).disabled).toBe(false));
  await user.click(screen.getByRole('button', { name: 'On to: How' }));
  const held = await screen.findByLabelText('Kept apart, in per cent');
  await user.clear(held);
  await user.type(held, '20');
  const most = screen.getByLabelText('Most in a day');
  await user.clear(most);
  await user.type(most, '3');
  await user.click(screen.getByRole('button', { name: 'On to: Check and start' }));
  const card = 'Who is on the list';
  const lines = [
    ['Meet the conditions', '12'],
    ['Want no offers', '−1'],
    ['Cannot be reached this way', '−1'],
    ['Were contacted a short while ago', '0'],
    ['Can be contacted', '10'],
    ['Kept apart, drawn by lot', '−2'],
    ['Get their turn', '8'],
  ] as const;
  for (const [what, count] of lines) expect(await counted(card, what), what).toBe(count);
  expect(
    screen.getByText(
      'At 3 a day that takes 3 days. Never on a list: people in the trash (3) and erased people (1).',
    ),
  ).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Want no offers: 1, see who' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('link', { name: 'Orang 2' })).toBeTruthy();
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Start with 8 people' }));
  await waitFor(async () => {
    const { rows } = await made.ask('campaigns.list', {});
    expect(rows).toMatchObject([{ state: 'running', standing: { waiting: 8, held: 2, out: 2 } }]);
  });
  expect(await counted('How far it is', 'Kept apart')).toBe('2');
  expect(addresses.at(-1)).toContain('/campaigns/1');
});

test('the queue is worked by keys: open, sent, skip, not reachable, not again; and one of them is undone', async () => {
  const made = await shop();
  const id = await started(made, 0);
  const { user } = renderApp(made.app, `/campaigns/${id}`);
  const whose = async () => (await made.ask('campaigns.next', { id })).member;
  const first = await whose();
  const area = await screen.findByLabelText('Message');
  expect((area as HTMLTextAreaElement).value).toBe(`Hi ${first?.name}, from Sekar`);
  // In the text the keys are typed.
  await user.type(area, ' 2');
  expect((await whose())?.memberId).toBe(first?.memberId);
  await user.keyboard('{Escape}');
  await user.keyboard('1');
  const text = encodeURIComponent(`Hi ${first?.name}, from Sekar 2`);
  const url = `https://wa.me/${first?.reach.slice(1)}?text=${text}`;
  await waitFor(() => expect(made.machine.opened).toEqual([url]));
  const states: string[] = [];
  for (const [key, state] of [
    ['2', 'sent'],
    ['3', 'skipped'],
    ['4', 'unreachable'],
    ['5', 'refused'],
  ] as const) {
    const before = await whose();
    await waitFor(() =>
      expect(screen.getByRole('link', { name: before?.name ?? '' })).toBeTruthy(),
    );
    await user.keyboard(key);
    await waitFor(async () => expect((await whose())?.memberId).not.toBe(before?.memberId));
    states.push(state);
    const { standing } = await made.ask('campaigns.get', { id });
    for (const one of states) expect(standing[one as 'sent'], one).toBe(1);
  }
  expect(await counted('How far it is', 'Want no more offers')).toBe('1');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => {
    const { standing } = await made.ask('campaigns.get', { id });
    expect(standing).toMatchObject({ refused: 0, sent: 1, waiting: 7 });
  });
});

test('enough for a day is said, and a pause is held and ended', async () => {
  const made = await shop();
  const id = await started(made, 0, { dailyLimit: 1 });
  const { user } = renderApp(made.app, `/campaigns/${id}`);
  await user.click(await screen.findByRole('button', { name: /^Sent/ }));
  expect(
    await screen.findByText(/1 a day: that is enough for today\. Continue tomorrow/),
  ).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Pause' }));
  expect((await screen.findAllByText(/The campaign is paused/)).length).toBeGreaterThan(0);
  await user.click(screen.getByRole('button', { name: 'Continue' }));
  expect(await screen.findByText(/enough for today/)).toBeTruthy();
  await user.click(screen.getByRole('link', { name: 'Today' }));
  const card = await screen.findByRole('region', { name: 'Campaigns' });
  expect(card.textContent).toContain('1 a day: enough for today');
});

test('Today says what is left of the day’s measure, and nothing of a campaign in which nobody can be written to', async () => {
  const made = await shop();
  const id = await started(made, 0, { dailyLimit: 5 });
  for (const _ of [1, 2]) {
    const { member } = await made.ask('campaigns.next', { id });
    await made.ask('campaigns.decide', { memberId: member?.memberId ?? 0, to: 'sent' });
  }
  const { unmount } = renderApp(made.app, '/today');
  const card = await screen.findByRole('region', { name: 'Campaigns' });
  await waitFor(() => expect(card.textContent).toContain('3 of 5 for today left'));
  unmount();
  const { rows } = await made.ask('campaigns.people', { id, of: 'waiting', limit: 500 });
  await made.ask('customers.delete', { ids: rows.map(({ customerId }) => customerId) });
  renderApp(made.app, '/today');
  await screen.findByRole('heading', { level: 1 });
  await waitFor(() => expect(document.querySelector('[aria-busy=true]')).toBeNull());
  expect((await made.ask('campaigns.get', { id })).state).toBe('running');
  expect(screen.queryByRole('region', { name: 'Campaigns' })).toBeNull();
});

/** Every third of those written to buys for 5,000.00, and every fourth of those kept apart for 3,000.00. */
async function sold(made: TempShop, id: CampaignId) {
  for (;;) {
    const { member } = await made.ask('campaigns.next', { id });
    if (member === null) break;
    await made.ask('campaigns.decide', { memberId: member.memberId, to: 'sent' });
  }
  const people = async (of: 'turned' | 'heldTurned') =>
    (await made.ask('campaigns.people', { id, of, limit: 500 })).rows;
  const [written, held] = [await people('turned'), await people('heldTurned')];
  const buy = async (customerId: number, unitPriceE4: number) => {
    const lines = [{ productId: null, name: 'Teh', quantityE4: 10_000, unitPriceE4 }];
    const facts = { soldOn: today, customerId: customerId as never, lines };
    await made.ask('sales.create', { facts });
  };
  const buyers = written.filter((_, index) => index % 3 === 0);
  for (const one of buyers) await buy(one.customerId, 5_000 * 10_000);
  const heldBuyers = held.filter((_, index) => index % 4 === 0);
  for (const one of heldBuyers) await buy(one.customerId, 3_000 * 10_000);
  return {
    written: written.length,
    buyers: buyers.length,
    held: held.length,
    heldBuyers: heldBuyers.length,
  };
}

/** To one place, none where it is a whole number. */
const short = (value: number) => `${Number(value.toFixed(1))}`;
/** With blanks that may break. */
const plain = (text: string | null) => (text ?? '').replaceAll('\u00a0', ' ');

/** Whole rupiah, as an estimate or a sum. */
function money(whole: number): string {
  const text = `Rp ${Math.abs(whole).toLocaleString('en')}`;
  return whole < 0 ? `\u2212${text}` : text;
}
const share = (part: number, whole: number) => `${short((part / whole) * 100)}%`;

test('the result says what the rows say: both groups, the difference, the money, and who they are', async () => {
  const made = await shop(42);
  await made.ask('settings.update', { marginPercent: 50 });
  const id = await started(made, 20);
  const counts = await sold(made, id);
  const { user } = renderApp(made.app, `/campaigns/${id}/result`);
  const { difference, low, high, chance, need } = recountUplift(
    { people: counts.written, buyers: counts.buyers },
    { people: counts.held, buyers: counts.heldBuyers },
  );
  const points = (part: number) => `${part < 0 ? '\u2212' : '+'}${short(Math.abs(part) * 100)}`;
  await screen.findByText(
    `Within 14 days ${share(counts.buyers, counts.written)} of those who had their turn bought, and ` +
      `${share(counts.heldBuyers, counts.held)} of those kept apart: ${points(difference)} points ` +
      `(95 of 100 times between ${points(low)} and ${points(high)}).`,
  );
  expect(
    screen.getByText(
      `Too few to prove it: chance alone makes such a difference ${Math.round(chance * 100)}% of the time. ` +
        `To prove one this large, each of the two groups would need about ${need} people.`,
    ),
  ).toBeTruthy();
  // Each buyer brought half of 5,000; its range is 50,000 wide or so, and known to two thousands.
  const brought = (part: number) =>
    money(2_000 * Math.round((part * counts.written * 2_500) / 2_000));
  expect(
    screen.getByText(
      `That comes to ${short(difference * counts.written)} buyers beyond those who would have come anyway, ` +
        `and a margin of ${brought(difference)} (between ${brought(low)} and ${brought(high)}).`,
    ),
  ).toBeTruthy();
  const table = screen.getByRole('table', { name: 'Result' });
  const cells = within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((one) => plain(one.textContent)),
    );
  const row = (people: number, buyers: number, each: number) => [
    ...[`${people}`, `${buyers}`, share(buyers, people), money(buyers * each)],
  ];
  expect(cells).toEqual([
    row(counts.written, counts.buyers, 5_000),
    row(counts.held, counts.heldBuyers, 3_000),
  ]);
  expect(screen.getByText(`0 of ${counts.written} contacted answered`)).toBeTruthy();
  await user.click(
    within(table).getByRole('button', {
      name: `Kept apart and bought: ${counts.heldBuyers}, see who`,
    }),
  );
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getAllByRole('row')).toHaveLength(counts.heldBuyers + 1);
  await user.keyboard('{Escape}');
  expect(screen.getByText(/Write down what it cost/)).toBeTruthy();
  await user.type(screen.getByLabelText('Money spent'), '1000{Enter}');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const back = (part: number) => {
    const percent = Math.round(((part * counts.written * 2_500 - 1_000) / 1_000) * 100);
    return `${Math.abs(percent).toLocaleString('en')}%`.replace(/^/, percent < 0 ? '\u2212' : '');
  };
  const returned = `${back(difference)} (between ${back(low)} and ${back(high)})`;
  await screen.findByText(`It cost Rp 1,000. Return on that (ROI): ${returned}.`);
});

test('without anybody kept apart it tells of sales after the campaign, and of no return', async () => {
  const made = await shop(8);
  await made.ask('settings.update', { marginPercent: 50 });
  const id = await started(made, 0);
  const counts = await sold(made, id);
  await made.ask('campaigns.cost', { id, costMinor: 100_000, minutes: null, hourMinor: null });
  renderApp(made.app, `/campaigns/${id}/result`);
  const card = await screen.findByRole('region', { name: 'Sales after the campaign' });
  expect(plain(card.textContent)).toContain(
    `${counts.buyers} of ${counts.written} bought within 14 days, for ${money(counts.buyers * 5_000)}. What came back in these days is taken off.`,
  );
  expect(card.textContent).toContain('nobody can say how many would have bought anyway');
  expect(card.textContent).not.toMatch(/ROI|margin/);
  expect(addDays(today, 14)).toBe('2026-06-29');
  expect(card.textContent).toContain('Purchases count until 29 June 2026');
});

test('before any of those kept apart had a turn it says that they are compared later', async () => {
  const made = await shop(22);
  const id = await started(made, 50);
  const { rows } = await made.ask('campaigns.people', { id, of: 'waiting', limit: 500 });
  const { raw, close } = openConnection(made.database);
  raw
    .prepare('UPDATE campaign_members SET position = position + 1000 WHERE customer_id <> ?')
    .run(rows[0]?.customerId);
  await close();
  const { member } = await made.ask('campaigns.next', { id });
  await made.ask('campaigns.decide', { memberId: member?.memberId ?? 0, to: 'sent' });
  expect((await made.ask('campaigns.result', { id })).held.people).toBe(0);
  renderApp(made.app, `/campaigns/${id}/result`);
  const card = await screen.findByRole('region', { name: 'What the campaign brought' });
  expect(card.textContent).toContain('Those kept apart are compared once their turn has passed.');
  expect(card.textContent).not.toContain('Nobody was kept apart');
});

test('a draft is deleted and brought back, and one that runs is made again as a draft', async () => {
  const made = await shop();
  await started(made, 0);
  const facts = { name: 'Draft', channel: 'sms' as const, text: 'Hi', definition: { parts: [] } };
  await made.ask('campaigns.create', { facts });
  const { user } = renderApp(made.app, '/campaigns');
  const list = await screen.findByRole('list', { name: 'Campaigns' });
  expect(within(list).getByText('0 of 10 had their turn')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Delete Draft' }));
  await waitFor(() => expect(within(list).queryByText('Draft', { selector: 'b' })).toBeNull());
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await within(list).findByText('Draft', { selector: 'b' });
  await user.click(screen.getByRole('button', { name: 'Another one like Quiet ones' }));
  expect(await screen.findByDisplayValue('Quiet ones (again)')).toBeTruthy();
});
