import { expect, it } from 'vitest';
import { openConnection } from '#db/file/client.ts';
import {
  answering,
  complaintShop,
  damar,
  diagnosing,
  improving,
  received,
} from '#tests/support/shop/complaint-shop.ts';
import { canary, placesOf } from '#tests/support/shop/private-shop.ts';
import type { TempShop } from '#tests/support/shop/temp-shop.ts';

const erased = { code: 'CONFLICT', reason: 'erased' };

/** Where a word of the test stands, in the file and its log. */
function places(shop: TempShop): string[] {
  const { raw } = openConnection(shop.database);
  raw.pragma('wal_checkpoint(TRUNCATE)');
  raw.close();
  return placesOf(shop.folder, [canary]);
}

async function erasedShop() {
  const shop = await complaintShop();
  const chain = await received(shop);
  const open = await received(shop, { title: 'Kurang satu' });
  const other = await received(shop, { customerId: null, saleId: null, title: 'Lain' });
  await shop.ask('privacy.erase', { customerId: damar, confirm: 'Kedai Tepi Kali' });
  return { shop, chain, open, other };
}

it('a complaint of somebody who was erased is brought to its end, and no word of it is kept', async () => {
  const { shop, chain } = await erasedShop();
  const words = `${canary} datang lagi`;
  await chain.step({ move: 'answer', answer: words, via: 'whatsapp' });
  await chain.step({ move: 'diagnose', cause: words, causeNote: words });
  const compensation = { kind: 'refund', amountMinor: 500_000, costMinor: 500_000, note: words };
  await chain.step({ move: 'resolve', solution: words, compensation } as never);
  await chain.step({ ...improving, action: { ...improving.action, what: words } } as never);
  const page = await chain.get();
  expect(page).toMatchObject({ state: 'improved', answer: null, cause: null, solution: null });
  expect(page.events.map(({ move, note }) => [move, note])).toEqual([
    ...['receive', 'answer', 'diagnose', 'resolve', 'improve'].map((move) => [move, null]),
  ]);
  expect(page.compensations).toMatchObject([{ costMinor: 500_000 }]);
  expect(page.actions).toMatchObject([{ what: '—', dueOn: '2026-06-20' }]);
  expect(places(shop)).toEqual([]);
});

it('no reply is kept, nor a word in what stays of them: it is refused, and of others it is taken', async () => {
  const { shop, open, other } = await erasedShop();
  const about = { kind: 'complaint', id: open.id } as const;
  const text = `${canary}, maaf`;
  expect(await shop.fail('replies.saveDraft', { about, text })).toEqual(erased);
  expect(await shop.fail('replies.sent', { about, text, via: 'copy' })).toEqual(erased);
  const { facts: expected } = await open.get();
  const facts = { ...expected, title: text };
  expect(await shop.fail('complaints.update', { id: open.id, facts, expected })).toEqual(erased);
  const paid = { paidOn: '2026-06-14', amountMinor: 700, method: 'Tunai', note: text };
  const settles = { kind: 'account' } as const;
  expect(await shop.fail('payments.record', { customerId: damar, facts: paid, settles })).toEqual(
    erased,
  );
  expect(places(shop)).toEqual([]);
  await shop.ask('replies.sent', { about: { ...about, id: other.id }, text, via: 'copy' });
  await other.step({ move: 'diagnose', cause: text, causeNote: '' });
  expect(places(shop).length).toBeGreaterThan(2);
  // Their complaint can go to the trash, and come back: no word is in that.
  const { batchId } = await shop.ask('complaints.delete', { id: open.id });
  await shop.ask('history.undo', { batchId });
  await open.step(answering);
  expect((await open.get()).answer).toBeNull();
});

it('a complaint of theirs whose cause others have too goes on under that cause, and takes no other word for it', async () => {
  const shop = await complaintShop();
  const [chain, other] = [
    await received(shop),
    await received(shop, { customerId: null, saleId: null }),
  ];
  for (const one of [chain, other]) {
    await one.step(answering);
    await one.step(diagnosing);
  }
  await shop.ask('privacy.erase', { customerId: damar, confirm: 'Kedai Tepi Kali' });
  expect((await chain.get()).cause).toBe(diagnosing.cause);
  expect(await shop.fail('complaints.correct', { id: chain.id, cause: canary })).toEqual(erased);
  const { facts: expected } = await chain.get();
  await shop.ask('complaints.update', {
    id: chain.id,
    facts: { ...expected, severity: 'light' },
    expected,
  });
  await chain.step({
    move: 'resolve',
    solution: `${canary} datang lagi`,
    compensation: null,
  } as never);
  expect(await chain.get()).toMatchObject({
    ...{ state: 'resolved', cause: diagnosing.cause, solution: null },
    facts: { severity: 'light' },
  });
  expect(places(shop)).toEqual([]);
});
