import type { RawHandle } from '#db/file/client.ts';

/** One command of a random run: which, on what, and whether it is taken back at once. */
export interface Draw {
  readonly op: Op;
  /** Chooses the row it is done to, and what else there is to choose. */
  readonly at: number;
  readonly how: number;
  readonly then: 'undo' | 'undo twice' | 'keep';
}

export interface Ask {
  readonly channel: string;
  readonly input: unknown;
}

interface Choice {
  readonly raw: RawHandle;
  readonly at: number;
  readonly how: number;
}

const today = '2026-06-15';
const now = `${today}T03:00:00.000Z`;

/** An id of the table, in the trash too; one that is not there in an empty table. */
function idOf({ raw, at }: Pick<Choice, 'raw' | 'at'>, table: string): number {
  const ids = raw.prepare(`SELECT id FROM ${table} ORDER BY id`).pluck().all() as number[];
  return ids[at % Math.max(1, ids.length)] ?? 1;
}

function oneOf<T>(list: readonly [T, ...T[]], how: number): T {
  return list[how % list.length] ?? list[0];
}

function dayOf(how: number): string {
  return oneOf([today, '2026-06-14', '2026-06-20', '2026-01-31'], how);
}

function contact({ how }: Choice) {
  return {
    channel: oneOf(['visit', 'call', 'whatsapp'], how),
    direction: oneOf(['in', 'out'], how >> 1),
    topic: oneOf(['contact', 'suggestion', 'need'], how >> 2),
    happenedAt: oneOf([now, '2026-06-01T05:00:00.000Z'], how),
    text: oneOf(['Tanya harga', 'Minta contoh'], how),
    outcome: oneOf([null, 'no-answer', 'reached'], how),
  };
}

function plan({ how }: Choice) {
  const repeat = { every: 1 + (how % 3), unit: oneOf(['day', 'week', 'month', 'year'], how) };
  return { dueOn: dayOf(how), reason: 'Hubungi', repeat: how % 2 === 0 ? null : repeat };
}

function complaint(given: Choice) {
  const { how } = given;
  return {
    customerId: how % 4 === 0 ? null : idOf(given, 'customers'),
    channel: 'whatsapp',
    severity: oneOf(['light', 'medium', 'severe'], how),
    title: oneOf(['Apek', 'Bocor'], how),
    words: 'Biji berbau',
    productId: how % 3 === 0 ? null : 1,
    receivedAt: oneOf([now, '2026-06-10T02:00:00.000Z', '2026-05-01T02:00:00.000Z'], how),
  };
}

const action = { what: 'Ganti kemasan', owner: 'Dimas', dueOn: today, checkOn: today };

function step({ how, at }: Choice): unknown {
  const compensation = {
    kind: oneOf(['voucher', 'refund'], at),
    amountMinor: 1_000_000 * (at % 9),
    costMinor: 500_000,
    approvedBy: at % 2 === 0 ? null : 'Sekar',
  };
  return oneOf<unknown>(
    [
      { move: 'answer', answer: 'Maaf, Bu', via: at % 2 === 0 ? 'whatsapp' : null },
      { move: 'diagnose', cause: oneOf(['Kemasan', 'kemasan!', 'Gudang'], at) },
      {
        move: 'resolve',
        solution: 'Diganti',
        cause: at % 2 === 0 ? null : 'Kemasan',
        compensation: at % 3 === 0 ? null : compensation,
      },
      { move: 'improve', action: at % 4 === 0 ? null : action, noActionReason: 'Sekali saja' },
      { move: 'close' },
      { move: 'reopen', note: 'Masih apek' },
    ],
    how,
  );
}

/** The step the chain asks for next, so that runs reach its end. */
function nextStep(given: Choice): Ask {
  const id = idOf(given, 'complaints');
  const states = ['received', 'answered', 'diagnosed', 'resolved', 'improved', 'closed'];
  const state = given.raw.prepare('SELECT state FROM complaints WHERE id = ?').pluck().get(id);
  const how = Math.max(0, states.indexOf(String(state)));
  return { channel: 'complaints.step', input: { id, step: step({ ...given, how }) } };
}

function correction({ how }: Choice) {
  return oneOf<object>(
    [
      { cause: oneOf(['Gudang', 'Kemasan'], how >> 2) },
      { answer: 'Mohon maaf' },
      { solution: 'Uang kembali' },
      { causeNote: 'Segel tipis' },
    ],
    how,
  );
}

function changeOfAction({ how }: Choice): unknown {
  return oneOf<unknown>(
    [
      { kind: 'done', on: oneOf(['2026-05-20', today], how >> 2) },
      { kind: 'check', verdict: oneOf(['held', 'came-back'], how >> 2) },
      { kind: 'edit', action: { ...action, what: 'Ganti segel' } },
    ],
    how,
  );
}

function actionAsk(given: Choice): Ask {
  const actionId = idOf(given, 'corrective_actions');
  const row = given.raw
    .prepare('SELECT complaint_id FROM corrective_actions WHERE id = ?')
    .pluck()
    .get(actionId);
  const input = { complaintId: Number(row ?? 1), actionId, change: changeOfAction(given) };
  return { channel: 'complaints.action', input };
}

/** Every fact as it is stored, so that the form's other half is right. */
function complaintChange(given: Choice): Ask {
  const id = idOf(given, 'complaints');
  const row = given.raw
    .prepare(
      `SELECT kind, customer_id AS customerId, channel, severity, title, words,
        received_at AS receivedAt, has_time AS hasTime, product_id AS productId,
        sale_id AS saleId, handled_by AS handledBy FROM complaints WHERE id = ?`,
    )
    .get(id) as Record<string, unknown> | undefined;
  const expected = { ...complaint(given), ...row, hasTime: row?.['hasTime'] !== 0 };
  const { customerId, severity } = complaint(given);
  const input = { id, expected, facts: { ...expected, customerId, severity } };
  return { channel: 'complaints.update', input };
}

function review(given: Choice) {
  return {
    customerId: given.how % 2 === 0 ? idOf(given, 'customers') : null,
    platform: oneOf(['google', 'shopee'], given.how),
    rating: 1 + (given.how % 5),
    text: 'Lama datangnya',
    postedOn: oneOf(['2026-06-14', '2026-06-01'], given.how),
  };
}

function aboutOf(given: Choice) {
  const isReview = given.how % 2 === 0;
  return isReview
    ? { kind: 'review', id: idOf(given, 'reviews') }
    : { kind: 'complaint', id: idOf(given, 'complaints') };
}

function claim(given: Choice) {
  return {
    customerId: idOf(given, 'customers'),
    saleLineId: 1 + (given.how % 2),
    problem: 'Tidak menyala',
    verdict: oneOf(['goodwill', 'excluded', 'covered', 'expired'], given.how),
    remedy: oneOf(['repair', 'none', 'refund'], given.how),
    costMinor: 100_000,
    asComplaint: given.how % 2 === 0,
  };
}

const template = { name: 'Maaf', language: 'id', thanks: 'a', standard: 'b', amends: 'c' } as const;

const asks = {
  'record a contact': (given) => ({
    channel: 'interactions.record',
    input: {
      customerId: idOf(given, 'customers'),
      facts: contact(given),
      finishes: given.how % 5 === 0 ? idOf(given, 'follow_ups') : null,
      contactAgain: oneOf<unknown>(['propose', null, plan(given)], given.how >> 1),
    },
  }),
  'change a contact': (given) => ({
    channel: 'interactions.update',
    input: { id: idOf(given, 'interactions'), facts: contact(given) },
  }),
  'delete a contact': (given) => ({
    channel: 'interactions.delete',
    input: { id: idOf(given, 'interactions') },
  }),
  'make a date': (given) => ({
    channel: 'followUps.create',
    input: {
      customerId: idOf(given, 'customers'),
      plan: plan(given),
      complaintId: given.how % 3 === 0 ? idOf({ ...given, at: given.how }, 'complaints') : null,
      reviewId: given.how % 7 === 0 ? idOf(given, 'reviews') : null,
    },
  }),
  'put a date off': (given) => ({
    channel: 'followUps.snooze',
    input: { id: idOf(given, 'follow_ups'), dueOn: dayOf(given.how) },
  }),
  'plan a date anew': (given) => ({
    channel: 'followUps.update',
    input: { id: idOf(given, 'follow_ups'), plan: plan(given) },
  }),
  'keep a date': (given) => ({
    channel: 'followUps.finish',
    input: { id: idOf(given, 'follow_ups') },
  }),
  'delete a date': (given) => ({
    channel: 'followUps.delete',
    input: { id: idOf(given, 'follow_ups') },
  }),
  'greet on a birthday': (given) => ({
    channel: 'followUps.birthday',
    input: {
      customerId: idOf(given, 'customers'),
      on: today,
      snoozeTo: given.how % 2 === 0 ? null : dayOf(given.how),
    },
  }),
  'write a complaint': (given) => ({ channel: 'complaints.create', input: complaint(given) }),
  'take any step': (given) => ({
    channel: 'complaints.step',
    input: { id: idOf({ ...given, at: given.how }, 'complaints'), step: step(given) },
  }),
  'take the next step': nextStep,
  'change an action': actionAsk,
  'correct a complaint': (given) => ({
    channel: 'complaints.correct',
    input: { id: idOf(given, 'complaints'), ...correction(given) },
  }),
  'change a complaint': complaintChange,
  'delete a complaint': (given) => ({
    channel: 'complaints.delete',
    input: { id: idOf(given, 'complaints') },
  }),
  'use a voucher': (given) => ({
    channel: 'complaints.useVoucher',
    input: {
      compensationId: idOf(given, 'compensations'),
      usedOn: given.how % 2 === 0 ? today : null,
    },
  }),
  'save a filter': () => ({
    channel: 'complaints.saveFilter',
    input: { name: 'Berat', filter: { severities: ['severe'] } },
  }),
  'drop a filter': (given) => ({
    channel: 'complaints.dropFilter',
    input: { id: idOf(given, 'saved_filters') },
  }),
  'send a reply': (given) => ({
    channel: 'replies.sent',
    input: { about: aboutOf(given), text: 'Maaf, Bu.', via: oneOf(['whatsapp', 'copy'], given.at) },
  }),
  'save a template': (given) => ({
    channel: 'replies.saveTemplate',
    input: { id: given.how % 2 === 0 ? null : idOf(given, 'reply_templates'), template },
  }),
  'delete a template': (given) => ({
    channel: 'replies.deleteTemplate',
    input: { id: idOf(given, 'reply_templates') },
  }),
  'keep a review': (given) => ({ channel: 'reviews.create', input: review(given) }),
  'change a review': (given) => ({
    channel: 'reviews.update',
    input: { id: idOf(given, 'reviews'), facts: review(given) },
  }),
  'delete a review': (given) => ({
    channel: 'reviews.delete',
    input: { id: idOf(given, 'reviews') },
  }),
  'make a review a complaint': (given) => ({
    channel: 'reviews.complain',
    input: { id: idOf(given, 'reviews') },
  }),
  'ask for a revision': (given) => ({
    channel: 'reviews.askRevision',
    input: { id: idOf(given, 'reviews') },
  }),
  'note a revision': (given) => ({
    channel: 'reviews.revised',
    input: { id: idOf(given, 'reviews'), revisedOn: today, rating: 1 + (given.how % 5) },
  }),
  'promise a guarantee': (given) => ({
    channel: 'guarantee.savePolicy',
    input: { id: null, policy: { productId: 1, months: 12, covers: `Motor ${given.how}` } },
  }),
  claim: (given) => ({ channel: 'guarantee.claim', input: claim(given) }),
  'hand a claim over': (given) => ({
    channel: 'guarantee.finishClaim',
    input: { id: idOf(given, 'claims'), costMinor: 200_000 },
  }),
  'delete a claim': (given) => ({
    channel: 'guarantee.deleteClaim',
    input: { id: idOf(given, 'claims') },
  }),
  'delete a customer': (given) => ({
    channel: 'customers.delete',
    input: { ids: [idOf(given, 'customers')] },
  }),
} satisfies Record<string, (given: Choice) => Ask>;

export type Op = keyof typeof asks;
export const ops = Object.keys(asks) as [Op, ...Op[]];

/** The call a draw stands for in the shop as it is now. */
export function askOf(draw: Draw, raw: RawHandle): Ask {
  return asks[draw.op]({ raw, at: draw.at, how: draw.how });
}
