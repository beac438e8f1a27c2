/** From first contact to the end, in their order. */
export const stages = ['contact', 'need', 'offer', 'won', 'lost'] as const;
export type Stage = (typeof stages)[number];

export const openStages = ['contact', 'need', 'offer'] as const satisfies readonly Stage[];

/** Why a prospect did not buy. */
export const lostReasons = ['price', 'elsewhere', 'noNeed', 'noAnswer', 'later', 'other'] as const;
export type LostReason = (typeof lostReasons)[number];

/** Whether it may still be won. */
export function isOpen(stage: Stage): boolean {
  return stage !== 'won' && stage !== 'lost';
}
