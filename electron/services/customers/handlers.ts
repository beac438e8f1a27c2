import { findAlikeTo } from './alike.ts';
import { listDecided, offerTwoAgain, tellTwoApart } from './apart.ts';
import { compareTwo, joinedOf, mergeMany, mergeTwo, takeApart } from './merge.ts';

/** What main does for the channels by which two records become one person, and two again. */
export const samePersonHandlers = {
  'customers.alike': findAlikeTo,
  'customers.compare': compareTwo,
  'customers.decided': listDecided,
  'customers.joined': joinedOf,
  'customers.merge': mergeTwo,
  'customers.mergeMany': mergeMany,
  'customers.offerAgain': offerTwoAgain,
  'customers.takeApart': takeApart,
  'customers.tellApart': tellTwoApart,
};
