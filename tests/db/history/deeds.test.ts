import { expect, it } from 'vitest';
import { type ChannelName, contract, type Input } from '#shared/contract/index.ts';
import { type Deed, deeds } from '#shared/domain/vocabulary/deeds.ts';
import type { BatchId } from '#shared/ids.ts';
import type { DirectShop } from '#tests/support/shop/direct-shop.ts';
import { changes, setApart, shopOfEverything } from '#tests/support/shop/every-command.ts';

type Run = readonly [channel: ChannelName, sql: string, input: unknown, deed: Deed | undefined];

const action = { what: 'Palet baru', owner: '', dueOn: '2026-06-20', checkOn: '2026-07-20' };
const template = { name: 'Maaf', language: 'id', thanks: 'a', standard: 'b', amends: 'c' };
const policy = { productId: 2, months: 6, covers: 'mesin' };
const resolved = `UPDATE complaints SET state = 'resolved', cause = 'Apek', cause_key = 'apek',
  answered_at = received_at, diagnosed_at = received_at, resolved_at = received_at`;
const improved = `${resolved}; UPDATE complaints SET state = 'improved';
  UPDATE corrective_actions SET done_on = '2026-06-12', check_on = '2026-06-15',
    complaint_id = 1`;
const answered = "UPDATE complaints SET state = 'answered', answered_at = received_at";
const check = (verdict: string) => ({
  ...{ complaintId: 1, actionId: 1 },
  change: { kind: 'check', verdict },
});

/** The same commands, where they do something else. */
const others: readonly Run[] = [
  [
    'followUps.birthday',
    '',
    { customerId: 1, on: '2026-06-15', snoozeTo: '2026-06-20' },
    'birthdayMoved',
  ],
  [
    'followUps.finish',
    "UPDATE follow_ups SET repeat_every = 1, repeat_unit = 'week'",
    { id: 1 },
    'dateKept',
  ],
  [
    'complaints.step',
    answered,
    { id: 2, step: { move: 'diagnose', cause: 'Apek' } },
    'complaintDiagnosed',
  ],
  ['complaints.step', resolved, { id: 2, step: { move: 'improve', action } }, 'complaintImproved'],
  [
    'complaints.step',
    improved,
    { id: 1, step: { move: 'reopen', note: 'Lagi' } },
    'complaintReopened',
  ],
  [
    'complaints.step',
    `${improved}; UPDATE corrective_actions SET verdict = 'held', checked_on = '2026-06-15'`,
    { id: 1, step: { move: 'close' } },
    'complaintClosed',
  ],
  [
    'complaints.action',
    '',
    { complaintId: 1, actionId: 1, change: { kind: 'edit', action } },
    'actionChanged',
  ],
  // The last action to hold closes its complaint; one that did not opens it again.
  ['complaints.action', improved, check('held'), 'actionChecked'],
  ['complaints.action', improved, check('came-back'), 'actionChecked'],
  // A cause that came again opens the earlier complaint.
  [
    'complaints.step',
    `${improved}; UPDATE complaints SET received_at = '2026-06-01T03:00:00.000Z' WHERE id = 1;
      UPDATE complaints SET state = 'answered', cause = NULL, cause_key = NULL WHERE id = 2`,
    { id: 2, step: { move: 'diagnose', cause: 'apek' } },
    'complaintDiagnosed',
  ],
  [
    'complaints.useVoucher',
    "UPDATE compensations SET used_on = '2026-06-15'",
    { compensationId: 1, usedOn: null },
    'voucherUnused',
  ],
  [
    'replies.sent',
    answered,
    { about: { kind: 'complaint', id: 2 }, text: 'Maaf', via: 'whatsapp' },
    'replySent',
  ],
  ['replies.saveTemplate', '', { id: null, template }, 'templateWritten'],
  ['guarantee.savePolicy', '', { id: null, policy }, 'policyWritten'],
];

const runs: readonly Run[] = [
  ...changes.map(([channel, input, , deed]): Run => [channel, '', input, deed]),
  ...setApart.map(([channel, sql, input, , deed]): Run => [channel, sql, input, deed]),
  ...others,
];

/** Runs a command in a shop that is as it was afterwards; answers what its undo, and the undo of that, say. */
async function saidBy(shop: DirectShop, [channel, sql, input]: Run) {
  const { raw } = shop;
  raw.exec('SAVEPOINT one');
  try {
    raw.exec(sql);
    const answer = await shop.ask(channel, input as Input<ChannelName>);
    const batchId = (answer as { batchId?: BatchId } | null)?.batchId;
    if (batchId === undefined) return [];
    const undone = await shop.ask('history.undo', { batchId });
    const undo = raw.prepare('SELECT max(id) FROM batches').pluck().get() as BatchId;
    return [undone, await shop.ask('history.undo', { batchId: undo })];
  } finally {
    raw.exec('ROLLBACK TO one; RELEASE one');
  }
}

it('undo names what was undone, and to whom, whatever it was; so does its own undo', async () => {
  const shop = await shopOfEverything();
  for (const run of runs) {
    const [channel, , , deed] = run;
    const said = await saidBy(shop, run);
    const named = said.map((undone) => undone.deed);
    expect(named, `${channel} ${deed}`).toEqual(deed === undefined ? [] : [deed, deed]);
    for (const { label } of said) expect(label, `${channel} ${deed}`).not.toBe('');
  }
});

it('every deed there is a word for is named', () => {
  const named = new Set(runs.map(([, , , deed]) => deed));
  // Starting and putting back are tasks: what they are called stands beside their tests.
  const untold = ['campaignStarted', 'trashRestored', 'import', 'other'];
  expect(deeds.filter((deed) => !named.has(deed))).toEqual(untold);
  const commands = Object.entries(contract).filter(([, { kind }]) => kind === 'command');
  const run = new Set<string>(runs.map(([channel]) => channel));
  const missing = commands.map(([name]) => name).filter((name) => !run.has(name));
  expect(missing).toEqual(['history.undo']);
});
