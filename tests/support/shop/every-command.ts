import type { Touch } from '#shared/contract/define.ts';
import type { ChannelName } from '#shared/contract/index.ts';
import type { Deed } from '#shared/domain/vocabulary/deeds.ts';
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
    UPDATE complaints SET product_id = 1 WHERE id = 1;
    UPDATE complaints SET received_at = '2026-06-14T03:00:00.000Z';
    UPDATE compensations SET kind = 'voucher', complaint_id = 2;
    UPDATE interactions SET complaint_id = 2;
    UPDATE follow_ups SET complaint_id = 2;
    UPDATE reviews SET complaint_id = 1;
    UPDATE complaints SET resolved_at = received_at WHERE id = 1;`);
  finishShop(raw);
  return shop;
}

const contact = { channel: 'call', direction: 'out', topic: 'contact', text: 'Halo' };
const plan = { dueOn: '2026-06-22', reason: 'Tanya' };
const review = { customerId: 1, platform: 'google', rating: 2, text: '', postedOn: '2026-06-01' };
const policy = { productId: 1, months: 6, covers: 'mesin' };
const template = { name: 'Maaf', language: 'id', thanks: 'a', standard: 'b', amends: 'c' };
const compensation = { kind: 'voucher', amountMinor: 5, costMinor: 5 };
const person = {
  ...{ kind: 'person', relation: 'customer', mark: null, name: 'Budi', birthdayOn: '1990-06-15' },
  ...{ gender: null, occupation: null, source: null, uses: null, tastes: null, matters: null },
  ...{ taxId: null, note: null, recommendedBy: null, contactPoints: [], addresses: [], tags: [] },
};
const complaint = {
  ...{ kind: 'customer', customerId: 1, channel: 'visit', severity: 'light', title: 'Apek' },
  ...{ words: '', receivedAt: '2026-06-14T03:00:00.000Z', hasTime: true },
  ...{ productId: null, saleId: null, handledBy: null },
};

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
    ['complaints', 'guarantee', 'products', 'sales'],
    'productsMerged',
  ],
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
];

/** What does not go into the history, or needs other rows than the rest. */
export const setApart: readonly (readonly [
  ChannelName,
  string,
  unknown,
  readonly Touch[],
  Deed?,
])[] = [
  ['settings.update', '', { shopName: 'Sekar', activeMonths: 6 }, ['settings']],
  [
    'reviews.complain',
    'UPDATE reviews SET complaint_id = NULL',
    { id: 1 },
    ['complaints', 'history', 'reviews'],
    'reviewComplained',
  ],
];
