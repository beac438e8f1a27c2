import { accountPage, paidOfSale, standingOf } from './read.ts';
import { recordPayment, removePayment, updatePayment } from './record.ts';
import { remind } from './remind.ts';

/** What main does for each channel of this area that it serves itself. */
export const paymentHandlers = {
  'payments.ofCustomer': accountPage,
  'payments.ofSale': paidOfSale,
  'payments.standing': standingOf,
  'payments.record': recordPayment,
  'payments.update': updatePayment,
  'payments.remove': removePayment,
  'payments.remind': remind,
};
