import { listChanges } from './changes.ts';
import { historyOfCustomer, undoOne } from './history.ts';
import { lastDeed, listDeeds } from './list.ts';

/** What main does for each channel of the history. */
export const historyHandlers = {
  'history.list': listDeeds,
  'history.changes': listChanges,
  'history.ofCustomer': historyOfCustomer,
  'history.last': lastDeed,
  'history.undo': undoOne,
};
