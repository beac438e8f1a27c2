import { insertRow } from '#db/history/journal.ts';
import { recordEvent } from '#db/queries/privacy/events.ts';
import type { CampaignChannel, Turn } from '#shared/domain/vocabulary/campaigns.ts';
import type { ConsentWay } from '#shared/domain/vocabulary/privacy.ts';
import type { WriteContext } from '../../context.ts';
import { insertInteraction } from '../interactions/record.ts';

const consentWays: Readonly<Record<CampaignChannel, ConsentWay>> = {
  whatsapp: 'whatsapp',
  sms: 'other',
  email: 'email',
  call: 'call',
  letter: 'paper',
};

/** What a turn is written down with. */
type Writing = Pick<WriteContext, 'raw' | 'clock' | 'today'>;

/** Somebody's turn, by whatever campaign. */
export interface TurnTaken {
  readonly batchId: number;
  readonly customerId: number;
  readonly channel: CampaignChannel;
  /** Null: of a standing one. */
  readonly campaignId: number | null;
  readonly at: string;
  readonly to: Turn;
  /** As it was sent. */
  readonly text: string;
}

/** They said that they want no offers any more: it holds for every campaign, and everywhere else. */
function withdraw(ctx: Writing, { batchId, customerId, channel, at }: TurnTaken): void {
  const consentId = insertRow(ctx.raw, batchId, 'consents', {
    ...{ customer_id: customerId, purpose: 'offers', words: '', is_given: 0, note: '' },
    ...{ said_on: ctx.today, way: consentWays[channel], created_at: at },
  });
  recordEvent(ctx.raw, { at, kind: 'consent-withdrawn', customerId, consentId });
}

/** What was said goes into the customer's history; a call that nobody took does too. */
function tell(ctx: Writing, turn: TurnTaken): void {
  const { batchId, customerId, channel, campaignId, at, to, text } = turn;
  const isCall = channel === 'call';
  if (to !== 'sent' && !(to === 'unreachable' && isCall)) return;
  const facts = {
    channel,
    direction: 'out',
    topic: 'contact',
    happenedAt: at,
    hasTime: true,
    text,
    outcome: isCall ? (to === 'sent' ? 'reached' : 'no-answer') : null,
    handledBy: null,
  } as const;
  const of = campaignId === null ? {} : { campaignId };
  insertInteraction(ctx, batchId, { customerId, facts, ...of });
}

/** What follows from a turn besides itself: the entry in the history, and that they want no more. */
export function followTurn(ctx: Writing, turn: TurnTaken): void {
  tell(ctx, turn);
  if (turn.to === 'refused') withdraw(ctx, turn);
}
