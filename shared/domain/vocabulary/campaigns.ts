/** By what way a standing campaign reaches people: one at a time, on the day. */
export const standingChannels = ['whatsapp', 'sms', 'email', 'call'] as const;
export type StandingChannel = (typeof standingChannels)[number];

/** By what way a campaign reaches people; each is a way of an interaction too. */
export const campaignChannels = [...standingChannels, 'letter'] as const;
export type CampaignChannel = (typeof campaignChannels)[number];

/** Whether it goes to a number: not to a mailbox, or an address. */
export function isNumber(channel: CampaignChannel): boolean {
  return channel !== 'email' && channel !== 'letter';
}

/** Whether so many a day are enough: letters go out all at once, and no number is blocked for them. */
export function isPaced(channel: CampaignChannel): boolean {
  return channel !== 'letter';
}

export const campaignStates = ['draft', 'running', 'paused', 'done'] as const;
export type CampaignState = (typeof campaignStates)[number];

/** What a turn in the queue can come to. */
export const turns = ['sent', 'skipped', 'unreachable', 'refused'] as const;
export type Turn = (typeof turns)[number];

/** How somebody of a campaign's list stands: `held` are kept apart to compare with, `out` were left out. */
export const memberStates = ['waiting', ...turns, 'held', 'out'] as const;
export type MemberState = (typeof memberStates)[number];

/**
 * Why somebody who meets the conditions is left out; the first that holds. `refused`: does not want to be
 * written to; `unasked`: nobody asked, where only those who agreed are meant; `noWay`: cannot be reached by
 * this way; `recent`: was written to a short while ago; `held`: another campaign compares with them;
 * `noWord`: a field of the text would be empty; `sameReach`: has the number or the mailbox of somebody on the list.
 */
export const leftOutReasons = [
  ...(['refused', 'unasked', 'noWay', 'recent', 'held', 'noWord'] as const),
  'sameReach',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** What a campaign puts on paper. */
export const campaignPapers = ['calls', 'letters', 'labels'] as const;
export type CampaignPaper = (typeof campaignPapers)[number];

/** By which way each goes. */
export const wayOfPaper = {
  calls: 'call',
  letters: 'letter',
  labels: 'letter',
} as const satisfies Readonly<Record<CampaignPaper, CampaignChannel>>;
