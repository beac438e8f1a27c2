import { changeCampaign, createCampaign, dropCampaign, priceOne, turnOne } from './change.ts';
import { oneCampaign } from './facts.ts';
import { decideOne, nextOne, runningCampaigns } from './queue.ts';
import {
  changeStanding,
  createStanding,
  decideStanding,
  dropStanding,
  turnStanding,
} from './standing/change.ts';
import { allStanding, oneStanding, standingTurns } from './standing/facts.ts';

/** What main does for each channel of this area that it serves itself. */
export const campaignHandlers = {
  'campaigns.get': oneCampaign,
  'campaigns.running': runningCampaigns,
  'campaigns.create': createCampaign,
  'campaigns.update': changeCampaign,
  'campaigns.remove': dropCampaign,
  'campaigns.turn': turnOne,
  'campaigns.next': nextOne,
  'campaigns.decide': decideOne,
  'campaigns.cost': priceOne,
  'standing.list': allStanding,
  'standing.get': oneStanding,
  'standing.turns': standingTurns,
  'standing.create': createStanding,
  'standing.update': changeStanding,
  'standing.remove': dropStanding,
  'standing.switch': turnStanding,
  'standing.decide': decideStanding,
};
