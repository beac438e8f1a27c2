import type { Deed } from '#shared/domain/vocabulary/deeds.ts';
import { carries, customerRecord, type OwnTable, ownTables } from '../table-facts.ts';
import { type DeedRow, hasCome, isThere, isTurn, Rows, type Rule } from './deed-rows.ts';
import type { BatchRequest, RowValues } from './journal.ts';

/** A prospect takes its next step with it, and a sale that it became says what was done. */
const winning: readonly Rule[] = [
  ['saleWritten', (rows) => rows.made('sales') && rows.set('prospects', 'sale_id')],
  ['prospectWritten', (rows) => rows.made('prospects')],
  ['prospectTrashed', (rows) => rows.trashed('prospects')],
  ['prospectWon', (rows) => rows.set('prospects', 'stage', (stage) => stage === 'won')],
  ['prospectLost', (rows) => rows.set('prospects', 'stage', (stage) => stage === 'lost')],
  ['prospectMoved', (rows) => rows.set('prospects', 'stage')],
  ['prospectChanged', (rows) => rows.touched('prospects')],
];

/** A turn in a queue takes what was said, and what was asked for, with it. */
const campaigning: readonly Rule[] = [
  ['campaignRefused', (rows) => rows.set('campaign_members', 'state', isTurn('refused'))],
  ['campaignSent', (rows) => rows.set('campaign_members', 'state', isTurn('sent'))],
  ['campaignPassed', (rows) => rows.set('campaign_members', 'state')],
  ['campaignRefused', (rows) => rows.made('standing_turns', hasCome('refused'))],
  ['campaignSent', (rows) => rows.made('standing_turns', hasCome('sent'))],
  ['campaignPassed', (rows) => rows.made('standing_turns')],
  ['standingSwitched', (rows) => rows.set('standing_campaigns', 'is_active')],
  ['campaignDropped', (rows) => rows.gone('standing_campaigns')],
  ['campaignWritten', (rows) => rows.made('standing_campaigns')],
  ['campaignChanged', (rows) => rows.touched('standing_campaigns')],
  ['campaignStarted', (rows) => rows.set('campaigns', 'started_on', isThere)],
  ['campaignTurned', (rows) => rows.set('campaigns', 'state')],
  ['campaignDropped', (rows) => rows.gone('campaigns')],
  ['campaignWritten', (rows) => rows.made('campaigns')],
  ['campaignChanged', (rows) => rows.touched('campaigns')],
];

function isAnswered(row: RowValues): boolean {
  return row.outcome === 'answered';
}

/** A complaint that an answer became goes with its link. */
const asking: readonly Rule[] = [
  [
    'surveyComplained',
    (rows) => rows.made('complaints') && rows.set('survey_answers', 'complaint_id', isThere),
  ],
  ['surveyTrashed', (rows) => rows.trashed('surveys')],
  ['surveyWritten', (rows) => rows.made('surveys')],
  ['surveyAnswered', (rows) => rows.made('survey_answers', isAnswered)],
  ['surveyAnswered', (rows) => rows.set('survey_answers', 'outcome', isTurn('answered'))],
  ['surveyAsked', (rows) => rows.made('survey_answers')],
  ['surveyAnswerDropped', (rows) => rows.gone('survey_answers')],
  [
    'surveyAnswerChanged',
    (rows) => rows.touched('survey_answers') || rows.touched('survey_values'),
  ],
  ['surveyChanged', (rows) => rows.touched('surveys') || rows.touched('survey_questions')],
];

/** A pin that moves with a customer or a product that became another says nothing of its own. */
const describing: readonly Rule[] = [
  ['noteTrashed', (rows) => rows.trashed('notes')],
  ['noteWritten', (rows) => rows.made('notes')],
  ['noteChanged', (rows) => rows.touched('notes') || rows.touched('note_pins')],
];

/** What takes a thing away says so, whatever goes with it. */
const trashing: readonly Rule[] = [
  ['productsMerged', (rows) => rows.set('products', 'merged_into', isThere)],
  ['productTrashed', (rows) => rows.trashed('products')],
  ['customerTrashed', (rows) => rows.trashed('customers')],
  ['complaintTrashed', (rows) => rows.trashed('complaints')],
  ['claimTrashed', (rows) => rows.trashed('claims')],
  ['reviewTrashed', (rows) => rows.trashed('reviews')],
  ['contactTrashed', (rows) => rows.trashed('interactions')],
  ['dateTrashed', (rows) => rows.trashed('follow_ups')],
  ['paymentTrashed', (rows) => rows.trashed('payments')],
  ['saleTrashed', (rows) => rows.trashed('sales')],
  ['fieldTrashed', (rows) => rows.trashed('custom_fields')],
];

/** An earlier complaint that opens again goes with the step of a later one, and is not its deed. */
const complaining: readonly Rule[] = [
  ['claimWritten', (rows) => rows.made('claims')],
  ['reviewComplained', (rows) => rows.made('complaints') && rows.set('reviews', 'complaint_id')],
  ['complaintWritten', (rows) => rows.made('complaints')],
  ['complaintReopened', (rows) => rows.moved('reopen')],
  ['complaintImproved', (rows) => rows.moved('improve')],
  ['complaintResolved', (rows) => rows.moved('resolve')],
  ['complaintDiagnosed', (rows) => rows.moved('diagnose')],
  ['complaintAnswered', (rows) => rows.moved('answer')],
  ['complaintChanged', (rows) => rows.set('complaints', 'cause')],
  ['actionChecked', (rows) => rows.set('corrective_actions', 'verdict')],
  ['complaintClosed', (rows) => rows.moved('close')],
  ['actionDone', (rows) => rows.set('corrective_actions', 'done_on')],
  ['actionChanged', (rows) => rows.touched('corrective_actions')],
  ['voucherUsed', (rows) => rows.set('compensations', 'used_on', isThere)],
  ['voucherUnused', (rows) => rows.set('compensations', 'used_on')],
  ['complaintChanged', (rows) => rows.touched('complaints') || rows.touched('compensations')],
];

const reviewing: readonly Rule[] = [
  ['reviewAnswered', (rows) => rows.set('reviews', 'answered_at')],
  ['revisionAsked', (rows) => rows.set('reviews', 'revision_asked_on')],
  ['reviewRevised', (rows) => rows.set('reviews', 'revised_on')],
  ['reviewWritten', (rows) => rows.made('reviews')],
  ['reviewChanged', (rows) => rows.touched('reviews')],
];

function isBirthday(row: RowValues): boolean {
  return row.cause === 'birthday';
}

const keepingInTouch: readonly Rule[] = [
  ['replySent', (rows) => rows.kind === 'edit' && rows.made('interactions')],
  ['contactWritten', (rows) => rows.made('interactions')],
  ['contactChanged', (rows) => rows.touched('interactions')],
  [
    'birthdayKept',
    (rows) => rows.made('follow_ups', isBirthday) && rows.set('follow_ups', 'done_at', isThere),
  ],
  [
    'birthdayMoved',
    (rows) =>
      rows.made('follow_ups', (row) => isBirthday(row) && row.due_on !== row.first_due_on) &&
      rows.kind === 'create',
  ],
  ['dateKept', (rows) => rows.set('follow_ups', 'done_at', isThere)],
  ['datePlanned', (rows) => rows.made('follow_ups')],
  ['dateMoved', (rows) => rows.touched('follow_ups') && rows.isOnly('follow_ups', dueColumns)],
  ['dateChanged', (rows) => rows.touched('follow_ups')],
];

const dueColumns = ['due_on', 'due_time'];

/** Its two sales go by a key that no other has. */
function isCorrection(row: RowValues): boolean {
  return String(row.match_key).startsWith('c|');
}

const paying: readonly Rule[] = [
  ['paymentWritten', (rows) => rows.made('payments')],
  ['paymentChanged', (rows) => rows.touched('payments') || rows.touched('payment_parts')],
];

/** A sale goes with whom and what it was the first to name, and with what was paid at once. */
const selling: readonly Rule[] = [
  ['saleCorrected', (rows) => rows.made('sales', isCorrection)],
  ['saleReturned', (rows) => rows.made('sales', (sale) => sale.kind === 'return')],
  ['saleWritten', (rows) => rows.made('sales')],
  ['saleCancelled', (rows) => rows.set('sales', 'status', (status) => status === 'cancelled')],
  [
    'saleDelivered',
    (rows) => rows.set('sales', 'delivered_on', isThere) && rows.isOnly('sales', ['delivered_on']),
  ],
  ['saleChanged', (rows) => rows.touched('sales') || rows.touched('sale_lines')],
];

const settling: readonly Rule[] = [
  ['pointRuleSet', (rows) => rows.touched('loyalty_rules')],
  ['rewardDropped', (rows) => rows.gone('loyalty_rewards')],
  ['rewardAdded', (rows) => rows.touched('loyalty_rewards')],
  ['tierDropped', (rows) => rows.gone('loyalty_tiers')],
  ['tierAdded', (rows) => rows.made('loyalty_tiers')],
  ['tierChanged', (rows) => rows.touched('loyalty_tiers')],
  ['pointsSpent', (rows) => rows.made('loyalty_entries', ({ kind }) => kind === 'spent')],
  ['pointsCorrected', (rows) => rows.touched('loyalty_entries')],
  ['referralRewardDropped', (rows) => rows.gone('referral_rewards')],
  ['referralRewardNoted', (rows) => rows.made('referral_rewards')],
  ['referralRewardGiven', (rows) => rows.touched('referral_rewards')],
  ['targetDropped', (rows) => rows.gone('targets')],
  ['targetSet', (rows) => rows.touched('targets')],
  ['claimFinished', (rows) => rows.touched('claims')],
  ['policyWritten', (rows) => rows.made('guarantee_policies')],
  ['policyDropped', (rows) => rows.gone('guarantee_policies')],
  ['policyChanged', (rows) => rows.touched('guarantee_policies')],
  ['templateWritten', (rows) => rows.made('reply_templates')],
  ['templateDropped', (rows) => rows.gone('reply_templates')],
  ['templateChanged', (rows) => rows.touched('reply_templates')],
  ['segmentDropped', (rows) => rows.gone('segments')],
  ['segmentWritten', (rows) => rows.made('segments')],
  ['segmentChanged', (rows) => rows.touched('segments')],
  ['filterDropped', (rows) => rows.gone('saved_filters')],
  ['filterSaved', (rows) => rows.touched('saved_filters')],
];

const knowing: readonly Rule[] = [
  ['customersToldApart', (rows) => rows.made('customers_apart')],
  ['customersOfferedAgain', (rows) => rows.gone('customers_apart')],
  ['productsToldApart', (rows) => rows.made('products_apart')],
  ['productsOfferedAgain', (rows) => rows.gone('products_apart')],
  ['productAdded', (rows) => rows.made('products') && rows.areAll('products')],
  ['productChanged', (rows) => rows.set('products')],
  ['fieldAdded', (rows) => rows.made('custom_fields')],
  ['fieldChanged', (rows) => rows.touched('custom_fields')],
  ['customerAdded', (rows) => rows.made('customers')],
  ['customersTagged', (rows) => rows.made('customer_tags') && rows.areAll('customer_tags')],
  ['customerChanged', (rows) => customerRecord.some((table) => rows.touched(table as OwnTable))],
];

const trashTables = ownTables.filter((table) => carries(table, 'deleted_at'));

/** Whatever of a person moves with it: that two records became one is what was done. */
const merging: readonly Rule[] = [
  ['customersMerged', (rows) => rows.set('customers', 'merged_into', isThere)],
];

/** Nothing but this takes a thing out of the trash, so whatever came with it, that is the deed. */
const restoring: readonly Rule[] = [
  [
    'trashRestored',
    (rows) => trashTables.some((table) => rows.set(table, 'deleted_at', (at) => at === null)),
  ],
];

/** The first that holds names the batch. */
const rules: readonly Rule[] = [
  ...merging,
  ...restoring,
  ...winning,
  ...campaigning,
  ...asking,
  ...trashing,
  ...describing,
  ...complaining,
  ...reviewing,
  ...keepingInTouch,
  ...selling,
  ...paying,
  ...settling,
  ...knowing,
];

/** What a batch did, told by the rows it wrote: batches of earlier versions too are called by it. */
export function deedOf(kind: BatchRequest['kind'], rows: readonly DeedRow[]): Deed {
  if (kind === 'import') return 'import';
  const asked = new Rows(kind, rows);
  return rules.find(([, is]) => is(asked))?.[0] ?? 'other';
}
