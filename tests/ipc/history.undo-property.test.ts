import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { openConnection, type RawHandle } from '#db/file/client.ts';
import type { ChannelName, Input } from '#shared/contract/index.ts';
import type { BatchId, CustomerId } from '#shared/ids.ts';
import { logicalDumpHash } from '#tests/support/logical-dump.ts';
import { setBirthday } from '#tests/support/reminder-rows.ts';
import { addCustomer, addLine, addSale, finishShop } from '#tests/support/shop/build-shop.ts';
import { askOf, type Draw, ops } from '#tests/support/shop/random-commands.ts';
import { type TempShop, tempShop } from '#tests/support/shop/temp-shop.ts';

const shopOfTwo = () =>
  tempShop((raw) => {
    const ratna = addCustomer(raw, { name: 'Ratna', phones: ['+6281255500137'] });
    const budi = addCustomer(raw, { name: 'Budi' });
    setBirthday(raw, ratna, '1990-06-15');
    for (const customerId of [ratna, budi])
      addLine(
        raw,
        addSale(raw, { customerId, soldOn: '2026-01-01', revenueMinor: 100, number: 'N' }),
        'Gilingan',
        100,
      );
    finishShop(raw);
  });

const draw: fc.Arbitrary<Draw> = fc.record({
  op: fc.oneof(
    fc.constantFrom(...ops),
    fc.constantFrom('write a complaint', 'take the next step', 'change an action'),
    fc.constantFrom('take the next step', 'keep a review', 'send a reply'),
  ),
  at: fc.nat(30),
  how: fc.nat(63),
  // Now and then the undo is taken back too, so that a redo is the change itself.
  // biome-ignore lint/suspicious/noThenProperty: a word, no promise
  then: fc.constantFrom('keep', 'keep', 'undo', 'undo twice'),
});

/** Reads that every screen of the area makes: none of them may fail, whatever was done. */
async function readAll(shop: TempShop): Promise<void> {
  const customerId = 1 as CustomerId;
  for (const [channel, input] of [
    ['followUps.today', {}],
    ['followUps.counts', {}],
    ['followUps.ofCustomer', { customerId }],
    ['interactions.timeline', { customerId }],
    ['interactions.counts', { customerId }],
    ['complaints.list', {}],
    ['complaints.board', {}],
    ['complaints.summary', {}],
    ['complaints.waiting', {}],
    ['reviews.list', {}],
    ['reviews.summary', {}],
    ['search.find', { text: 'apek' }],
  ] as const)
    await shop.ask(channel as ChannelName, input as Input<ChannelName>);
}

function isEmpty(raw: RawHandle, batchId: number): boolean {
  return raw.prepare('SELECT 1 FROM journal WHERE batch_id = ?').get(batchId) === undefined;
}

/** What happened to one draw; the words say where it went wrong. */
async function run(shop: TempShop, raw: RawHandle, one: Draw): Promise<void> {
  const { channel, input } = askOf(one, raw);
  const call = (name: string, given: unknown) =>
    shop.call(name as ChannelName, given as Input<ChannelName>);
  // A reply that was sent stays as a draft nobody sees; so the same draft is there before.
  if (channel === 'replies.sent') {
    const { about, text } = input as Input<'replies.sent'>;
    await call('replies.saveDraft', { about, text });
  }
  const before = logicalDumpHash(raw);
  const answer = await call(channel, input);
  if (!answer.ok) {
    expect(answer.error.code, JSON.stringify([channel, input, answer.error])).not.toBe('INTERNAL');
    expect(logicalDumpHash(raw), `refused, yet changed: ${channel}`).toBe(before);
    return;
  }
  const { batchId } = answer.value as { batchId: BatchId };
  if (one.then === 'keep') return;
  // A later reply to nobody known is written nowhere: sending it only clears the draft away.
  if (channel === 'replies.sent' && isEmpty(raw, batchId)) return;
  const after = logicalDumpHash(raw);
  const undone = await shop.ask('history.undo', { batchId });
  expect(undone.kept, channel).toEqual([]);
  const about = JSON.stringify([channel, input]);
  expect(logicalDumpHash(raw), about).toBe(before);
  if (one.then === 'undo') return;
  const newest = raw.prepare('SELECT max(id) FROM batches').pluck().get() as BatchId;
  expect((await shop.ask('history.undo', { batchId: newest })).kept, about).toEqual([]);
  expect(logicalDumpHash(raw), `again: ${about}`).toBe(after);
}

it('takes each command back whole, whatever was done before it, and none fails inside', async () => {
  const runs = process.env['LANGGAN_FULL'] === '1' ? 300 : 40;
  await fc.assert(
    fc.asyncProperty(
      fc.array(draw, { minLength: 5, maxLength: 25, size: 'max' }),
      async (draws) => {
        const shop = await shopOfTwo();
        const { raw, close } = openConnection(shop.database, { readonly: true });
        try {
          for (const one of draws) await run(shop, raw, one);
          await readAll(shop);
          expect(shop.machine.logged.filter(({ message }) => message.includes('incident'))).toEqual(
            [],
          );
        } finally {
          await close();
          await shop.app.close();
        }
      },
    ),
    { numRuns: runs },
  );
}, 600_000);
