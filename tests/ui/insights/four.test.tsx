import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { RawHandle } from '#db/file/client.ts';
import { type Changed, type Four, fourBars } from '#renderer/features/insights/four/four.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { renderApp } from '#tests/support/render-app.tsx';
import { wordsOf } from '#tests/support/render-in-shop.tsx';
import { addCustomer, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import {
  card,
  findingOf,
  percentText as percent,
  plain,
  tableOf,
} from '#tests/support/worth/cards.ts';

const question = 'How well do we keep customers?';
const at = '2024-01-01T00:00:00.000Z';

type Span = readonly [from: string, to: string];

interface Person {
  readonly days: readonly string[];
  readonly isReferred?: boolean;
}

function times(count: number, person: (index: number) => Person): Person[] {
  return Array.from({ length: count }, (_, index) => person(index));
}

/** Who bought when: 60 long ago, of whom 30 came a year later; 36 new ones then, and 40 in the last year. */
const people: readonly Person[] = [
  ...times(18, (index) => ({ days: [addDays('2022-01-05', 30 * index)] })),
  ...times(24, () => ({ days: ['2023-10-05', '2024-10-05', '2025-10-05'] })),
  ...times(6, () => ({ days: ['2023-10-05', '2024-10-05'] })),
  ...times(30, () => ({ days: ['2023-10-05'] })),
  ...times(36, (index) => ({
    days: index < 33 ? ['2025-01-10', '2025-10-05'] : ['2025-01-10'],
    isReferred: index < 20,
  })),
  ...times(40, (index) => ({ days: ['2026-01-10', today], isReferred: index < 6 })),
];

const boughtBetween = ({ days }: Person, from: string, to: string) =>
  days.some((day) => day >= from && day <= to);
const cameBetween = ({ days }: Person, from: string, to: string) =>
  (days[0] ?? '') >= from && (days[0] ?? '') <= to;

interface Dates {
  readonly onTime: number;
  readonly late: number;
  readonly open: number;
}

function addDates(raw: RawHandle, customerId: number, dueOn: string, dates: Dates): void {
  const add =
    raw.prepare(`INSERT INTO follow_ups (customer_id, cause, first_due_on, due_on, done_on, done_at, created_at)
    VALUES (?, 'own', ?, ?, ?, ?, ?)`);
  const some = (count: number, doneOn: string | null) => {
    for (let index = 0; index < count; index += 1)
      add.run(customerId, dueOn, dueOn, doneOn, doneOn === null ? null : at, at);
  };
  some(dates.onTime - 1, dueOn);
  some(1, addDays(dueOn, -2));
  some(dates.late, addDays(dueOn, 1));
  some(dates.open, null);
}

function addSolved(raw: RawHandle, customerIds: readonly number[], year: number): void {
  for (const id of customerIds)
    raw
      .prepare(
        `INSERT INTO complaints (number, kind, customer_id, channel, severity, title, state, received_at, has_time,
           answer_due_at, resolution_due_at, answered_at, resolved_at, created_at)
         VALUES (?, 'customer', ?, 'call', 'medium', 'Bocor', 'resolved', ?, 1, ?, ?, ?, ?, ?)`,
      )
      .run(
        ...[`K-${year}-${id}`, id, `${year}-09-01T03:00:00.000Z`],
        ...[2, 8, 2, 8].map((day) => `${year}-09-0${day}T03:00:00.000Z`),
        at,
      );
}

interface Given {
  readonly now: Dates;
  readonly before: Dates;
}

async function shopOf(given: Given): Promise<TempShop> {
  const made = await tempShop((raw) => {
    const ids = people.map(({ days, isReferred }, index) => {
      const customerId = addCustomer(raw, { name: `Orang ${index}` });
      for (const soldOn of days) addSale(raw, { customerId, soldOn, revenueMinor: 5_000_000 });
      if (isReferred === true)
        raw.prepare('UPDATE customers SET recommended_by = 1 WHERE id = ?').run(customerId);
      return customerId;
    });
    const gone = addCustomer(raw, { name: 'Gone', deletedAt: at });
    addDates(raw, ids[18] ?? 0, '2025-11-20', given.now);
    addDates(raw, ids[19] ?? 0, '2024-11-20', given.before);
    addDates(raw, ids[20] ?? 0, today, { onTime: 1, late: 0, open: 7 });
    addDates(raw, gone, '2025-11-20', { onTime: 9, late: 9, open: 9 });
    // Half of each bought within the 90 days after.
    addSolved(raw, [...ids.slice(78, 91), ...ids.slice(48, 61)], 2025);
    addSolved(raw, [...ids.slice(18, 30), ...ids.slice(48, 60)], 2024);
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en' });
  return made;
}

const of = (part: number, whole: number) => `${part} of ${whole} (${percent(part / whole)})`;

test('each of the four is said beside the time before, and what has clearly changed is named', async () => {
  const made = await shopOf({
    now: { onTime: 25, late: 10, open: 5 },
    before: { onTime: 12, late: 4, open: 3 },
  });
  const { user, addresses } = renderApp(made.app, '/insights/coming-back');
  await screen.findByText(question);
  const now: Span = ['2025-06-15', today];
  const before: Span = ['2024-06-15', '2025-06-14'];
  const earlier: Span = ['2023-06-15', '2024-06-14'];
  const kept = (then: Span, next: Span) => {
    const base = people.filter((one) => boughtBetween(one, ...then));
    return of(base.filter((one) => boughtBetween(one, ...next)).length, base.length);
  };
  const referred = (span: Span) => {
    const came = people.filter((one) => cameBetween(one, ...span));
    return of(came.filter(({ isReferred }) => isReferred).length, came.length);
  };
  expect(findingOf(question)).toBe(
    'Clearly better than the time before: bought again. ' +
      'Clearly worse than the time before: newcomers referred.',
  );
  expect(plain(card(question))).toContain('from 15 Jun 2025 to 15 Jun 2026');
  expect(plain(card(question))).toContain(
    'solved 90 days ago or longer, who bought within 90 days',
  );
  expect(await tableOf(user, question)).toEqual([
    ['Retention: bought again', kept(before, now), kept(earlier, before), 'clearly better'],
    ['Relationship: contacts on time', of(25, 40), '12 of 19, too few', 'cannot be told'],
    ['Referral: newcomers referred', referred(now), referred(before), 'clearly worse'],
    ['Recovery: bought after a complaint', of(13, 26), of(12, 24), 'no clear change'],
  ]);

  const inCard = within(card(question));
  await user.click(inCard.getByRole('button', { name: 'See the contact dates' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(await dialog.findByText('40 dates')).toBeTruthy();
  for (const [how, count, done] of [
    ['Late', 10, '21 Nov 2025'],
    ['Not kept yet', 5, 'Not kept yet'],
    ['On time', 25, '18 Nov 2025'],
  ] as const) {
    await user.click(dialog.getByRole('combobox', { name: 'Show' }));
    await user.click(await screen.findByRole('option', { name: how, hidden: true }));
    expect(await dialog.findByText(`${count} dates`)).toBeTruthy();
    const rows = dialog.getAllByRole('row').slice(1);
    expect(rows).toHaveLength(count);
    expect([...(rows[0]?.children ?? [])].map(plain)).toEqual(['Orang 18', '20 Nov 2025', done]);
  }
  await user.keyboard('{Escape}');

  await user.click(inCard.getByRole('button', { name: 'See the complaint report' }));
  expect(addresses.at(-1)).toBe('/complaints/report');
  // The report is of the same days: half of the 26, as the card says.
  expect(await screen.findByText('Did those who complained buy again?')).toBeTruthy();
  expect(plain(card('Did those who complained buy again?'))).toContain('50%');
});

test.each([
  ['See who bought again', 57],
  ['See who was referred', 6],
])('%s opens the %i that the card says', async (button, count) => {
  const made = await shopOf({
    now: { onTime: 39, late: 1, open: 0 },
    before: { onTime: 10, late: 20, open: 10 },
  });
  const { user } = renderApp(made.app, '/insights/coming-back');
  await screen.findByText(question);
  expect(findingOf(question)).toBe(
    'Clearly better than the time before: bought again, contacts on time. ' +
      'Clearly worse than the time before: newcomers referred.',
  );
  await user.click(within(card(question)).getByRole('button', { name: button }));
  expect(await screen.findByText(`${count} customers`)).toBeTruthy();
});

test('with too few of everything none is told, and how many it takes is said', async () => {
  const made = await tempShop((raw) => {
    for (let index = 0; index < 19; index += 1) {
      const customerId = addCustomer(raw, { name: `Orang ${index}` });
      addSale(raw, { customerId, soldOn: '2026-03-01', revenueMinor: 100 });
      addSale(raw, { customerId, soldOn: '2026-05-01', revenueMinor: 100 });
    }
    finishShop(raw);
  });
  await made.ask('settings.update', { shopName: 'Sekar', language: 'en' });
  const { user } = renderApp(made.app, '/insights/coming-back');
  await screen.findByText(question);
  expect(findingOf(question)).toBe('None of the four can be told yet: each takes 20 cases');
  const rows = await tableOf(user, question);
  expect(rows.map(([, now, before, change]) => [now, before, change])).toEqual([
    ['none yet', 'none yet', 'cannot be told'],
    ['none yet', 'none yet', 'cannot be told'],
    ['0 of 19, too few', 'none yet', 'cannot be told'],
    ['none yet', 'none yet', 'cannot be told'],
  ]);
});

test('the bars are the shares of now, and too few have none', async () => {
  const { t, format } = await wordsOf({ language: 'en', today });
  const row = (what: Four, part: number, of: number, changed: Changed) => ({
    ...{ what, now: { part, of }, before: { part: 3, of: 77 }, changed },
  });
  const bars = fourBars(t, format, [
    row('retention', 30, 40, 'better'),
    row('relationship', 7, 19, 'unknown'),
    row('referral', 10, 50, 'same'),
    row('recovery', 0, 0, 'unknown'),
  ]);
  expect(bars).toEqual([
    { name: 'bought again', value: 0.75, text: '75%', beside: of(30, 40), isMain: true },
    { name: 'contacts on time', value: 0, text: '–', beside: '7 of 19, too few', isMain: false },
    { name: 'newcomers referred', value: 0.2, text: '20%', beside: of(10, 50), isMain: false },
    { name: 'bought after a complaint', value: 0, text: '–', beside: 'none yet', isMain: false },
  ]);
});
