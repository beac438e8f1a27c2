import { changeAction } from './actions.ts';
import { correctOne, deleteOne, updateOne, useVoucher } from './change.ts';
import { createOne } from './create.ts';
import { complaintPageOf } from './page.ts';
import { boardOf, listComplaints, summarize, waitingComplaints, wordsInUse } from './queue.ts';
import { dropOneFilter, filtersInUse, saveOneFilter } from './saved.ts';
import { stepOne } from './steps.ts';

/** What main does for each channel of this area that it serves itself. */
export const complaintHandlers = {
  'complaints.list': listComplaints,
  'complaints.board': boardOf,
  'complaints.summary': summarize,
  'complaints.waiting': waitingComplaints,
  'complaints.get': complaintPageOf,
  'complaints.words': wordsInUse,
  'complaints.create': createOne,
  'complaints.update': updateOne,
  'complaints.correct': correctOne,
  'complaints.delete': deleteOne,
  'complaints.step': stepOne,
  'complaints.action': changeAction,
  'complaints.useVoucher': useVoucher,
  'complaints.filters': filtersInUse,
  'complaints.saveFilter': saveOneFilter,
  'complaints.dropFilter': dropOneFilter,
};
