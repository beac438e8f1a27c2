import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AgeCell } from '#renderer/features/complaints/list/cells.tsx';
import type { Output } from '#shared/contract/index.ts';
import { addComplaint } from '#tests/support/reminder-rows.ts';
import { renderInShop } from '#tests/support/render-in-shop.tsx';
import { directShop } from '#tests/support/shop/direct-shop.ts';

type Row = Output<'complaints.list'>['rows'][number];
const today = '2026-11-20';

/** A complaint of 13 July that was closed on the next day, as the list has it. */
async function closedInJuly(): Promise<Row> {
  const shop = await directShop();
  shop.day = today;
  addComplaint(shop.raw, null, {
    received_at: '2026-07-13T03:00:00.000Z',
    answered_at: '2026-07-13T04:00:00.000Z',
    resolved_at: '2026-07-14T03:00:00.000Z',
    closed_at: '2026-07-14T03:00:00.000Z',
    state: 'closed',
  });
  const [row] = (await shop.ask('complaints.list', {})).rows;
  if (row === undefined) throw new Error('the complaint is not on the list');
  return row;
}

test('a complaint came in as long ago as it did, however soon it was closed', async () => {
  await renderInShop(<AgeCell row={await closedInJuly()} />, { language: 'en', today });
  // 130 days by the calendar: 18 of July, 31, 30, 31 and 20.
  expect(screen.getByText('4 months ago').title).toMatch(/13 July 2026.*; open for 1 day$/);
});
