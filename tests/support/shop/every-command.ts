import type { Touch } from '#shared/contract/define.ts';
import type { ChannelName } from '#shared/contract/index.ts';
import type { Deed } from '#shared/domain/vocabulary/deeds.ts';
import {
  campaign,
  compensation,
  complaint,
  contact,
  goldTier,
  paperAnswer,
  payment,
  person,
  plan,
  policy,
  prospect,
  review,
  sale,
  soldTea,
  standing,
  survey,
  surveyAnswer,
  template,
  tier,
} from '../commands/facts.ts';
import { smallJpeg } from '../files/small-jpeg.ts';
import { noteChanges } from '../notes/note-commands.ts';
import { addLine, addSale, finishShop } from './build-shop.ts';
import { type DirectShop, directShop } from './direct-shop.ts';
import { fillWithRows } from './journalled-rows.ts';

/** A row of every table, in states from which every command can go on. */
export async function shopOfEverything(): Promise<DirectShop> {
  const shop = await directShop();
  const { raw } = shop;
  raw.exec('BEGIN');
  fillWithRows(raw);
  addLine(raw, addSale(raw, { customerId: 1, soldOn: '2026-05-01', revenueMinor: 9 }), 'Teh', 9);
  raw.exec(`
    UPDATE customers SET birthday_on = '1990-06-15';
    UPDATE sales SET is_on_account = 1 WHERE id = 1;
    UPDATE complaints SET product_id = 1 WHERE id = 1;
    UPDATE complaints SET received_at = '2026-06-14T03:00:00.000Z';
    UPDATE compensations SET kind = 'voucher', complaint_id = 2;
    UPDATE interactions SET complaint_id = 2;
    UPDATE follow_ups SET complaint_id = 2, prospect_id = 1;
    UPDATE reviews SET complaint_id = 1;
    UPDATE custom_fields SET position = id;
    UPDATE complaints SET resolved_at = received_at WHERE id = 1;
    UPDATE interactions SET campaign_id = 1 WHERE direction = 'out';
    INSERT INTO campaigns (name, definition, channel, text, held_percent, rest_days, daily_limit,
      response_days, only_agreed, state, created_at)
      VALUES ('Rancangan', '{"parts":[]}', 'sms', 'Halo', 0, 0, 1, 1, 0, 'draft', '');
    INSERT INTO standing_campaigns (name, occasion, days, definition, channel, text, rest_days,
      daily_limit, only_agreed, is_active, created_at)
      VALUES ('Baru', 'birthday', 0, '{"parts":[]}', 'sms', 'Halo', 0, 40, 0, 0, '');
    INSERT INTO packs (from_on, to_on, made_at, hash, files, totals, app_version)
      VALUES ('2026-06-01', '2026-06-02', '2026-06-03T03:00:00.000Z', '', '{"folder":"","files":[]}', '{}', '');`);
  finishShop(raw);
  return shop;
}

const layoutKey = 'a'.repeat(64);
const layout = `INSERT INTO import_layouts VALUES ('${layoutKey}', '{"fields":[],"readings":{}}', '')`;
/** What two records of one person move between them. */
const everythingOfOne: readonly Touch[] = [
  ...(['campaigns', 'complaints', 'customers', 'feedback', 'followUps', 'guarantee'] as const),
  ...([
    'interactions',
    'loyalty',
    'notes',
    'payments',
    'privacy',
    'prospects',
    'reviews',
    'sales',
  ] as const),
];

/** Each command, where it changes most, what it changes besides the history, and what undo calls it. */
export const changes: readonly (readonly [ChannelName, unknown, readonly Touch[], Deed?])[] = [
  ['customers.create', { ...person, tags: ['vip'] }, ['customers'], 'customerAdded'],
  [
    'customers.update',
    { id: 2, expected: person, facts: { ...person, note: 'Kopi' } },
    ['customers'],
    'customerChanged',
  ],
  ['customers.tag', { ids: [2], tag: 'grosir' }, ['customers'], 'customersTagged'],
  [
    'customers.addField',
    { name: 'Ukuran baju', type: 'choice', choices: ['S', 'L'] },
    ['customers'],
    'fieldAdded',
  ],
  ['customers.changeField', { id: 1, name: 'Ukuran sepatu' }, ['customers'], 'fieldChanged'],
  ['customers.moveField', { id: 2, by: -1 }, ['customers'], 'fieldChanged'],
  ['customers.removeField', { id: 2 }, ['customers'], 'fieldTrashed'],
  ['customers.offerAgain', { id: 1 }, ['customers'], 'customersOfferedAgain'],
  ['customers.tellApart', { customerId: 1, otherId: 2 }, ['customers'], 'customersToldApart'],
  ['customers.merge', { keptId: 2, otherId: 1 }, everythingOfOne, 'customersMerged'],
  ['customers.delete', { ids: [1, 2] }, ['customers'], 'customerTrashed'],
  [
    'interactions.record',
    { customerId: 1, facts: contact, finishes: 1, contactAgain: plan },
    ['followUps', 'interactions'],
    'contactWritten',
  ],
  [
    'interactions.update',
    { id: 1, facts: { ...contact, happenedAt: '2026-06-14T03:00:00.000Z' } },
    ['interactions'],
    'contactChanged',
  ],
  ['interactions.delete', { id: 1 }, ['interactions'], 'contactTrashed'],
  ['followUps.create', { customerId: 1, plan }, ['followUps'], 'datePlanned'],
  ['followUps.update', { id: 1, plan }, ['followUps'], 'dateChanged'],
  ['followUps.snooze', { id: 1, dueOn: '2026-06-25' }, ['followUps'], 'dateMoved'],
  ['followUps.finish', { id: 1 }, ['followUps'], 'dateKept'],
  [
    'followUps.birthday',
    { customerId: 1, on: '2026-06-15', snoozeTo: null },
    ['followUps'],
    'birthdayKept',
  ],
  ['followUps.delete', { id: 1 }, ['followUps'], 'dateTrashed'],
  ['complaints.create', complaint, ['complaints'], 'complaintWritten'],
  [
    'complaints.update',
    { id: 2, expected: complaint, facts: { ...complaint, customerId: 2 } },
    ['complaints', 'followUps', 'interactions'],
    'complaintChanged',
  ],
  [
    'complaints.step',
    { id: 2, step: { move: 'answer', answer: 'Maaf', via: 'whatsapp' } },
    ['complaints', 'interactions'],
    'complaintAnswered',
  ],
  [
    'complaints.step',
    { id: 2, step: { move: 'resolve', solution: 'Ganti', cause: 'Segel', compensation } },
    ['complaints'],
    'complaintResolved',
  ],
  ['complaints.correct', { id: 1, solution: 'Uang kembali' }, ['complaints'], 'complaintChanged'],
  [
    'complaints.action',
    { complaintId: 1, actionId: 1, change: { kind: 'done', on: '2026-06-15' } },
    ['complaints'],
    'actionDone',
  ],
  [
    'complaints.useVoucher',
    { compensationId: 1, usedOn: '2026-06-15' },
    ['complaints'],
    'voucherUsed',
  ],
  ['complaints.delete', { id: 2 }, ['complaints', 'followUps'], 'complaintTrashed'],
  ['complaints.saveFilter', { name: 'Sedang', filter: {} }, ['complaints'], 'filterSaved'],
  ['complaints.dropFilter', { id: 1 }, ['complaints'], 'filterDropped'],
  ['reviews.create', review, ['reviews'], 'reviewWritten'],
  ['reviews.update', { id: 1, facts: review }, ['reviews'], 'reviewChanged'],
  ['reviews.askRevision', { id: 1 }, ['followUps', 'reviews'], 'revisionAsked'],
  ['reviews.revised', { id: 1, revisedOn: '2026-06-10', rating: 5 }, ['reviews'], 'reviewRevised'],
  ['reviews.delete', { id: 1 }, ['reviews'], 'reviewTrashed'],
  [
    'replies.saveTemplate',
    { id: 1, template: { ...template, amends: 'd' } },
    ['replies'],
    'templateChanged',
  ],
  ['replies.deleteTemplate', { id: 1 }, ['replies'], 'templateDropped'],
  ['replies.saveDraft', { about: { kind: 'review', id: 1 }, text: 'Maaf' }, ['replies']],
  [
    'replies.sent',
    { about: { kind: 'complaint', id: 2 }, text: 'Maaf', via: 'whatsapp' },
    ['complaints', 'interactions', 'replies'],
    'complaintAnswered',
  ],
  [
    'replies.sent',
    { about: { kind: 'review', id: 1 }, text: 'Maaf', via: 'copy' },
    ['interactions', 'replies', 'reviews'],
    'reviewAnswered',
  ],
  ['products.create', { name: 'Gula', priceMinor: 5 }, ['products'], 'productAdded'],
  [
    'products.update',
    {
      id: 2,
      expected: { name: 'Teh', priceMinor: null, costMinor: null },
      facts: { name: 'Teh', costMinor: 5 },
    },
    ['products'],
    'productChanged',
  ],
  ['products.remove', { id: 1 }, ['products'], 'productTrashed'],
  ['products.tellApart', { productId: 1, otherId: 2 }, ['products'], 'productsToldApart'],
  ['products.offerAgain', { id: 1 }, ['products'], 'productsOfferedAgain'],
  [
    'products.merge',
    { keptId: 2, otherId: 1 },
    ['complaints', 'guarantee', 'notes', 'products', 'sales'],
    'productsMerged',
  ],
  [
    'sales.create',
    {
      facts: { ...sale, isOnAccount: true },
      newCustomer: { name: 'Sari', phone: '' },
      paidMinor: 9,
    },
    ['customers', 'payments', 'products', 'sales'],
    'saleWritten',
  ],
  [
    'sales.update',
    { id: 3, expected: soldTea, facts: { ...soldTea, lines: sale.lines } },
    ['customers', 'products', 'sales'],
    'saleChanged',
  ],
  [
    'privacy.addConsent',
    { customerId: 1, facts: { purpose: 'offers', isGiven: true, on: '2026-06-15', way: 'shop' } },
    ['privacy'],
    'customerChanged',
  ],
  [
    'prospects.create',
    {
      ...{ customerId: null, newCustomer: { name: 'Tari', phone: '' }, facts: { title: 'Arisan' } },
      nextStep: { dueOn: '2026-06-22', reason: 'Telepon' },
    },
    ['customers', 'followUps', 'prospects'],
    'prospectWritten',
  ],
  [
    'prospects.update',
    { id: 1, expected: prospect, facts: { ...prospect, worthMinor: 9 }, nextStep: null },
    ['followUps', 'prospects'],
    'prospectChanged',
  ],
  [
    'prospects.move',
    { id: 1, stage: 'lost', lost: { reason: 'price' } },
    ['followUps', 'prospects'],
    'prospectLost',
  ],
  ['prospects.move', { id: 1, stage: 'won' }, ['followUps', 'prospects'], 'prospectWon'],
  ['prospects.move', { id: 1, stage: 'offer' }, ['prospects'], 'prospectMoved'],
  ['prospects.remove', { id: 1 }, ['followUps', 'prospects'], 'prospectTrashed'],
  [
    'sales.create',
    { facts: { ...sale, customerId: 1 }, prospectId: 1 },
    ['customers', 'followUps', 'products', 'prospects', 'sales'],
    'saleWritten',
  ],
  ['sales.cancel', { id: 3 }, ['customers', 'sales'], 'saleCancelled'],
  ['sales.deliver', { id: 3, deliveredOn: '2026-06-15' }, ['sales'], 'saleDelivered'],
  [
    'sales.return',
    {
      id: 3,
      returnedOn: '2026-06-15',
      isOnAccount: false,
      lines: [{ lineId: 3, quantityE4: 10_000 }],
    },
    ['customers', 'sales'],
    'saleReturned',
  ],
  ['sales.remove', { id: 3 }, ['customers', 'sales'], 'saleTrashed'],
  ['guarantee.savePolicy', { id: 1, policy }, ['guarantee'], 'policyChanged'],
  ['guarantee.deletePolicy', { id: 1 }, ['guarantee'], 'policyDropped'],
  [
    'guarantee.claim',
    {
      ...{ customerId: 1, saleLineId: 1, problem: 'Mati', verdict: 'goodwill', remedy: 'repair' },
      asComplaint: true,
    },
    ['complaints', 'guarantee'],
    'claimWritten',
  ],
  ['guarantee.finishClaim', { id: 1, costMinor: 5 }, ['guarantee'], 'claimFinished'],
  ['guarantee.deleteClaim', { id: 1 }, ['guarantee'], 'claimTrashed'],
  [
    'payments.record',
    { customerId: 1, facts: payment, settles: { kind: 'sales', saleIds: [1] } },
    ['payments'],
    'paymentWritten',
  ],
  [
    'payments.update',
    { id: 2, facts: payment, settles: { kind: 'account' } },
    ['payments'],
    'paymentChanged',
  ],
  ['payments.remove', { id: 1 }, ['payments'], 'paymentTrashed'],
  [
    'segments.create',
    { name: 'Sleman', definition: { parts: [{ field: 'phone', is: true }] } },
    ['segments'],
    'segmentWritten',
  ],
  ['segments.remove', { id: 1 }, ['segments'], 'segmentDropped'],
  [
    'segments.update',
    {
      id: 1,
      name: 'Bantul',
      definition: { parts: [{ field: 'email', is: true }] },
      expected: {
        name: 'Kota',
        definition: { match: 'all', parts: [], without: [] },
      },
    },
    ['segments'],
    'segmentChanged',
  ],
  ['campaigns.create', { facts: campaign }, ['campaigns'], 'campaignWritten'],
  [
    'campaigns.update',
    { id: 1, expected: campaign, facts: { ...campaign, goal: 'Datang lagi' } },
    ['campaigns'],
    'campaignChanged',
  ],
  ['campaigns.remove', { id: 3 }, ['campaigns'], 'campaignDropped'],
  ['campaigns.turn', { id: 1, to: 'paused' }, ['campaigns'], 'campaignTurned'],
  [
    'campaigns.cost',
    { id: 1, costMinor: 5, minutes: 30, hourMinor: null },
    ['campaigns'],
    'campaignChanged',
  ],
  [
    'campaigns.decide',
    { memberId: 1, to: 'sent', text: 'Halo Ratna' },
    ['campaigns', 'interactions'],
    'campaignSent',
  ],
  ['campaigns.decide', { memberId: 1, to: 'skipped' }, ['campaigns'], 'campaignPassed'],
  ['standing.create', { facts: standing }, ['campaigns'], 'campaignWritten'],
  [
    'standing.update',
    { id: 1, expected: standing, facts: { ...standing, days: 3 } },
    ['campaigns'],
    'campaignChanged',
  ],
  ['standing.switch', { id: 1, isActive: false }, ['campaigns'], 'standingSwitched'],
  ['standing.remove', { id: 3 }, ['campaigns'], 'campaignDropped'],
  [
    'standing.decide',
    { id: 1, customerId: 1, on: '2026-06-14', to: 'unreachable' },
    ['campaigns'],
    'campaignPassed',
  ],
  [
    'standing.decide',
    { id: 1, customerId: 1, on: '2026-06-13', to: 'sent', text: 'Selamat Ratna' },
    ['campaigns', 'followUps', 'interactions'],
    'campaignSent',
  ],
  [
    'standing.decide',
    { id: 1, customerId: 1, on: '2026-06-12', to: 'refused' },
    ['campaigns', 'privacy'],
    'campaignRefused',
  ],
  ['campaigns.decide', { memberId: 1, to: 'refused' }, ['campaigns', 'privacy'], 'campaignRefused'],
  ['feedback.create', { facts: survey }, ['feedback'], 'surveyWritten'],
  [
    'feedback.update',
    { id: 1, expected: survey, facts: { ...survey, handedOut: 40 } },
    ['feedback'],
    'surveyChanged',
  ],
  ['feedback.remove', { id: 1 }, ['feedback'], 'surveyTrashed'],
  [
    'feedback.answer',
    { surveyId: 1, facts: { ...surveyAnswer, values: [{ questionId: 1, number: 4 }] } },
    ['feedback'],
    'surveyAnswered',
  ],
  [
    'feedback.answer',
    { surveyId: 1, facts: { ...surveyAnswer, outcome: 'declined' } },
    ['feedback'],
    'surveyAsked',
  ],
  [
    'feedback.changeAnswer',
    { id: 1, expected: paperAnswer, facts: { ...paperAnswer, customerId: 2 } },
    ['feedback'],
    'surveyAnswerChanged',
  ],
  ['feedback.dropAnswer', { id: 1 }, ['feedback'], 'surveyAnswerDropped'],
  ['feedback.complain', { id: 1 }, ['feedback', 'complaints'], 'surveyComplained'],
  ...noteChanges,
  [
    'loyalty.setRule',
    { rule: { fromOn: '2026-07-01', spendMinor: 2, points: 1 } },
    ['loyalty'],
    'pointRuleSet',
  ],
  ['loyalty.addTier', { tier: goldTier }, ['loyalty'], 'tierAdded'],
  ['loyalty.changeTier', { id: 1, expected: tier, tier: goldTier }, ['loyalty'], 'tierChanged'],
  ['loyalty.removeTier', { id: 1 }, ['loyalty'], 'tierDropped'],
  ['loyalty.addReward', { name: 'Gelas', points: 5 }, ['loyalty'], 'rewardAdded'],
  ['loyalty.removeReward', { id: 1 }, ['loyalty'], 'rewardDropped'],
  ['loyalty.redeem', { customerId: 1, rewardId: 1 }, ['customers', 'loyalty'], 'pointsSpent'],
  [
    'loyalty.correct',
    { customerId: 1, points: -3, why: 'Salah' },
    ['customers', 'loyalty'],
    'pointsCorrected',
  ],
  [
    'referrals.noteReward',
    { customerIds: [1, 2], aboutId: 2, what: 'Kopi', amountMinor: null, givenOn: null },
    ['customers'],
    'referralRewardNoted',
  ],
  ['referrals.giveReward', { id: 1, givenOn: '2026-06-15' }, ['customers'], 'referralRewardGiven'],
  ['referrals.dropReward', { id: 1 }, ['customers'], 'referralRewardDropped'],
  ['targets.set', { month: '2026-06', amountMinor: 700 }, ['targets'], 'targetSet'],
  ['targets.set', { month: '2026-06', amountMinor: null }, ['targets'], 'targetDropped'],
  [
    'payments.remind',
    { customerId: 1, text: 'Mengingatkan', again: plan },
    ['followUps', 'interactions'],
    'contactWritten',
  ],
];

const locked = `INSERT INTO period_locks (from_on, to_on, pack_id, locked_at)
  SELECT from_on, to_on, id, made_at FROM packs`;

/** A sale that was left half-typed. */
const halfTyped = {
  id: 7,
  sale: {
    ...{ customerId: 1, customerName: 'Ratna', newCustomer: null, soldOn: '2026-06-15', lines: [] },
    ...{ discount: '', shipping: '15rb', paid: '', method: '', dueOn: null, promisedOn: null },
    ...{ note: 'Antar sore', prospect: null },
  },
};

/** What does not go into the history, or needs other rows than the rest. */
export const setApart: readonly (readonly [
  ChannelName,
  string,
  unknown,
  readonly Touch[],
  Deed?,
])[] = [
  [
    'customers.takeApart',
    `INSERT INTO customers (id, name, created_at, deleted_at, merged_into) VALUES (90, '', '', '', 2);
     INSERT INTO batches (kind, label, at) VALUES ('edit', 'a → b', '');
     INSERT INTO journal (batch_id, entity, entity_id, owner_id, before, after)
       SELECT max(id), 'customers', 90, 90, '{"merged_into":null,"deleted_at":null}',
         '{"merged_into":2,"deleted_at":""}' FROM batches`,
    { id: 90 },
    ['customers', 'history'],
  ],
  [
    'customers.mergeMany',
    '',
    { keptId: 2, otherIds: [1] },
    [...everythingOfOne, 'history' as const].sort(),
  ],
  ['settings.setLogo', '', { jpeg: smallJpeg }, ['settings']],
  ['sales.keepDraft', '', { draft: halfTyped }, ['settings']],
  [
    'sales.dropDraft',
    `INSERT INTO settings VALUES ('saleDrafts', '${JSON.stringify([halfTyped])}')`,
    { id: halfTyped.id },
    ['settings'],
  ],
  [
    'privacy.noted',
    "INSERT INTO privacy_events (at, kind) VALUES ('', 'erased-again')",
    {},
    ['privacy'],
  ],
  ['imports.nameLayout', layout, { key: layoutKey, name: 'Kasir' }, ['imports']],
  ['imports.forgetLayout', layout, { key: layoutKey, isForgotten: true }, ['imports']],
  ['settings.update', '', { shopName: 'Sekar', activeMonths: 6 }, ['settings']],
  [
    'reviews.complain',
    'UPDATE reviews SET complaint_id = NULL',
    { id: 1 },
    ['complaints', 'history', 'reviews'],
    'reviewComplained',
  ],
  ['accountant.handOver', '', { packId: 1 }, ['accountant']],
  ['accountant.unlock', locked, { lockId: 1, reason: 'Salah harga' }, ['accountant']],
  ['accountant.correct', locked, { saleId: 1 }, ['customers', 'history', 'sales'], 'saleCorrected'],
];
