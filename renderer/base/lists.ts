import { complaintFilter } from '#shared/contract/complaints-facts.ts';
import { customerFilter } from '#shared/contract/customers.ts';
import { surveyFilter } from '#shared/contract/feedback/shapes.ts';
import { followUpsContract } from '#shared/contract/follow-ups.ts';
import { guaranteeContract } from '#shared/contract/guarantee.ts';
import { historyFilter } from '#shared/contract/history.ts';
import { noteFilter } from '#shared/contract/notes/notes.ts';
import { owedFilter } from '#shared/contract/payments.ts';
import { privacyLogFilter } from '#shared/contract/privacy/privacy.ts';
import { productFilter } from '#shared/contract/products/list.ts';
import { prospectFilter } from '#shared/contract/prospects/prospects.ts';
import { rewardFilter } from '#shared/contract/referrals/referrals.ts';
import { reviewFilter } from '#shared/contract/reviews.ts';
import { saleFilter } from '#shared/contract/sales.ts';
import { trashFilter } from '#shared/contract/trash/trash.ts';
import { filterAddress } from './filter-address.ts';
import { routes } from './routes.ts';

const claims = guaranteeContract['guarantee.claims'].input.shape;
const expiring = guaranteeContract['guarantee.expiring'].input.shape;
const policies = guaranteeContract['guarantee.policies'].input.shape;
const { span } = followUpsContract['followUps.today'].input.shape;

/** Every list that can be filtered: linked to, gone back to, and opened from any number on a card. */
export const lists = {
  customers: filterAddress(routes.customers, customerFilter.shape),
  complaints: filterAddress(routes.complaints, complaintFilter.shape),
  sales: filterAddress(routes.sales, saleFilter.shape),
  owed: filterAddress(routes.owed, owedFilter.shape),
  products: filterAddress(routes.products, productFilter.shape),
  prospects: filterAddress(routes.prospectList, prospectFilter.shape),
  rewards: filterAddress(routes.rewards, rewardFilter.shape),
  reviews: filterAddress(routes.reviews, reviewFilter.shape),
  feedback: filterAddress(routes.feedback, surveyFilter.shape),
  notes: filterAddress(routes.notes, noteFilter.shape),
  guarantee: filterAddress(routes.guarantee, {
    only: claims.only,
    days: expiring.days,
    search: policies.search,
  }),
  trash: filterAddress(routes.trash, trashFilter.shape),
  changes: filterAddress(routes.changes, historyFilter.shape),
  privacy: filterAddress(routes.privacy, privacyLogFilter.shape),
  today: filterAddress(routes.today, { span }),
};
