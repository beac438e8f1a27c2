import { correctPoints } from './correct.ts';
import { customerLedger } from './ledger.ts';
import { addReward, dropReward, redeemReward } from './rewards.ts';
import { endingPoints, heldPoints, programmeOf, setRule } from './rule.ts';

/** What main does for each channel of this area that it serves itself. */
export const loyaltyHandlers = {
  'loyalty.programme': programmeOf,
  'loyalty.setRule': setRule,
  'loyalty.ending': endingPoints,
  'loyalty.held': heldPoints,
  'loyalty.ledger': customerLedger,
  'loyalty.correct': correctPoints,
  'loyalty.addReward': addReward,
  'loyalty.removeReward': dropReward,
  'loyalty.redeem': redeemReward,
};
