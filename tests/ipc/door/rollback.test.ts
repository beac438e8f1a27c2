import { expect, it } from 'vitest';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import { defaultSettings } from '#db/queries/settings.ts';
import { figureRules } from '#electron/services/insights/refresh.ts';
import type { ChannelName, Input } from '#shared/contract/index.ts';
import { addLine, addSale, finishShop, today } from '#tests/support/shop/build-shop.ts';
import { fillWithRows } from '#tests/support/shop/journalled-rows.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';
import { wholeDump } from '#tests/support/whole-dump.ts';

/** The second row that a command writes fails, as on a full disk: a row and its record are written by then. */
const stumblingStone = `CREATE TRIGGER stumbling_stone BEFORE INSERT ON journal
  WHEN (SELECT count(*) FROM journal WHERE batch_id = NEW.batch_id) = 1
  BEGIN SELECT RAISE(ABORT, 'stumbled'); END`;

function fill(raw: RawHandle): void {
  fillWithRows(raw);
  addLine(raw, addSale(raw, { customerId: 1, soldOn: '2026-05-01', revenueMinor: 9 }), 'Teh', 9);
  finishShop(raw, figureRules(defaultSettings, today));
  raw.exec(stumblingStone);
}

const contact = { channel: 'call', direction: 'out', topic: 'contact', text: 'Halo' };

/** Commands that write two rows or more. */
const long: readonly (readonly [ChannelName, unknown])[] = [
  ['complaints.create', { channel: 'visit', severity: 'light', title: 'Apek', customerId: 1 }],
  [
    'complaints.step',
    {
      id: 2,
      step: {
        ...{ move: 'resolve', solution: 'Ganti', cause: 'Segel' },
        compensation: { kind: 'refund', amountMinor: 5, costMinor: 5 },
      },
    },
  ],
  ['interactions.record', { customerId: 1, facts: contact, finishes: 1 }],
  ['replies.sent', { about: { kind: 'review', id: 1 }, text: 'Maaf', via: 'copy' }],
  [
    'guarantee.claim',
    {
      ...{ customerId: 1, saleLineId: 1, problem: 'Mati', verdict: 'goodwill', remedy: 'repair' },
      asComplaint: true,
    },
  ],
  ['customers.tag', { ids: [1, 2], tag: 'grosir' }],
  ['customers.delete', { ids: [1, 2] }],
];

function look<T>({ database }: TempShop, work: (raw: RawHandle) => T): Promise<T> {
  const { raw, close } = openConnection(database);
  const found = work(raw);
  return close().then(() => found);
}

it('a command that fails half way leaves nothing behind, tells nobody, and stops no other', async () => {
  const shop = await tempShop(fill);
  // What has fallen due is said at the start, and recorded.
  await shop.app.remind();
  const before = await look(shop, wholeDump);
  for (const [channel, input] of long) {
    expect(await shop.fail(channel, input), channel).toMatchObject({ code: 'INTERNAL' });
    expect(await look(shop, wholeDump), channel).toEqual(before);
  }
  expect(shop.events).toEqual([]);
  await look(shop, (raw) => raw.exec('DROP TRIGGER stumbling_stone'));
  for (const [channel, input] of long) await shop.ask(channel, input as Input<ChannelName>);
  expect(shop.events.filter(({ type }) => type === 'changed').length).toBeGreaterThanOrEqual(
    long.length,
  );
});
