/** By what way a campaign reaches people; each is a way of an interaction too. */
export const campaignChannels = ['whatsapp', 'sms', 'email', 'call'] as const;
export type CampaignChannel = (typeof campaignChannels)[number];

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
 * `noWord`: a field of the text would be empty.
 */
export const leftOutReasons = ['refused', 'unasked', 'noWay', 'recent', 'held', 'noWord'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];
