import { pointsAtSale } from './at-sale.ts';
import { correctPoints } from './correct.ts';
import { customerLedger } from './ledger.ts';
import { addReward, dropReward, redeemReward } from './rewards.ts';
import { endingPoints, heldPoints, programmeOf, setRule } from './rule.ts';
import { addTier, changeTier, listTiers, removeTier } from './tiers.ts';

/** What main does for each channel of this area that it serves itself. */
export const loyaltyHandlers = {
  'loyalty.programme': programmeOf,
  'loyalty.setRule': setRule,
  'loyalty.ending': endingPoints,
  'loyalty.atSale': pointsAtSale,
  'loyalty.held': heldPoints,
  'loyalty.ledger': customerLedger,
  'loyalty.correct': correctPoints,
  'loyalty.tiers': listTiers,
  'loyalty.addTier': addTier,
  'loyalty.changeTier': changeTier,
  'loyalty.removeTier': removeTier,
  'loyalty.addReward': addReward,
  'loyalty.removeReward': dropReward,
  'loyalty.redeem': redeemReward,
};
