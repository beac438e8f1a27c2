import { findAlikeTo } from './alike.ts';
import { listDecided, offerTwoAgain, tellTwoApart } from './apart.ts';
import { compareTwo, joinedOf, mergeMany, mergeTwo, takeApart } from './merge.ts';
import { ownFieldHandlers } from './own-fields.ts';

/** What main does for the channels of the owner's own fields, and of records of one person. */
export const customerHandlers = {
  ...ownFieldHandlers,
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
