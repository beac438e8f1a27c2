import { useCallback } from 'react';
import { useLocation } from 'wouter';
import type {
  CampaignId,
  ComplaintId,
  CustomerId,
  ProductId,
  ProspectId,
  SaleId,
  StandingCampaignId,
  SurveyId,
} from '#shared/ids.ts';

/** Every screen of this version and its address (behind the hash). */
export const routes = {
  today: '/today',
  complaints: '/complaints',
  reviews: '/complaints/reviews',
  guarantee: '/complaints/guarantee',
  complaintReport: '/complaints/report',
  complaint: '/complaints/:id',
  customers: '/customers',
  segments: '/customers/segments',
  newSegment: '/customers/segments/new',
  segment: '/customers/segments/:id',
  segmentPicture: '/customers/segments/:id/picture',
  samePerson: '/customers/same',
  health: '/customers/health',
  rewards: '/customers/rewards',
  customer: '/customers/:id',
  sales: '/sales',
  owed: '/sales/owed',
  products: '/sales/products',
  product: '/sales/products/:id',
  prospects: '/sales/prospects',
  prospectList: '/sales/prospects/list',
  prospect: '/sales/prospects/:id',
  newSale: '/sales/new',
  sale: '/sales/:id',
  changeSale: '/sales/:id/change',
  insights: '/insights',
  insightsRevenue: '/insights/revenue',
  insightsComingBack: '/insights/coming-back',
  insightsProducts: '/insights/products',
  insightsTime: '/insights/time',
  insightsWho: '/insights/who',
  insightsPast: '/insights/past',
  campaigns: '/campaigns',
  newCampaign: '/campaigns/new',
  standing: '/campaigns/standing',
  newStanding: '/campaigns/standing/new',
  changeStanding: '/campaigns/standing/:id',
  campaign: '/campaigns/:id',
  campaignResult: '/campaigns/:id/result',
  feedback: '/feedback',
  newSurvey: '/feedback/new',
  survey: '/feedback/:id',
  changeSurvey: '/feedback/:id/change',
  surveyEntry: '/feedback/:id/entry',
  surveyAnswers: '/feedback/:id/answers',
  surveyResult: '/feedback/:id/result',
  loyalty: '/loyalty',
  notes: '/notes',
  handover: '/notes/handover',
  import: '/import',
  accountant: '/accountant',
  settings: '/settings',
  trash: '/settings/trash',
  restore: '/settings/restore',
  backups: '/settings/backups',
  changes: '/settings/changes',
  privacy: '/settings/privacy',
  help: '/help',
} as const;

export type PlainRoute = Exclude<
  keyof typeof routes,
  | 'customer'
  | 'segment'
  | 'segmentPicture'
  | 'complaint'
  | 'sale'
  | 'product'
  | 'prospect'
  | 'changeSale'
  | 'campaign'
  | 'campaignResult'
  | 'changeStanding'
  | 'survey'
  | 'changeSurvey'
  | 'surveyEntry'
  | 'surveyAnswers'
  | 'surveyResult'
>;

/** What stands behind the hash: `/customers/12`, `/complaints?states=closed`. */
export type Address = `/${string}`;

/** Where to go: one of the plain screens, one customer, complaint, sale, product, prospect, campaign or survey, or what a list can show. */
export type Place =
  | PlainRoute
  | Address
  | { readonly customer: CustomerId }
  | { readonly complaint: ComplaintId }
  | { readonly sale: SaleId }
  | { readonly product: ProductId }
  | { readonly prospect: ProspectId }
  | { readonly campaign: CampaignId }
  | { readonly standing: StandingCampaignId }
  | { readonly survey: SurveyId };

function isAddress(place: string): place is Address {
  return place.startsWith('/');
}

/** Address of a place, for links: `#/customers/12` without its hash. */
export function addressOf(place: Place): Address {
  if (typeof place === 'string') return isAddress(place) ? place : routes[place];
  if ('customer' in place) return `/customers/${place.customer}`;
  if ('product' in place) return `/sales/products/${place.product}`;
  if ('prospect' in place) return `/sales/prospects/${place.prospect}`;
  if ('campaign' in place) return `/campaigns/${place.campaign}`;
  if ('standing' in place) return `/campaigns/standing/${place.standing}`;
  if ('survey' in place) return `/feedback/${place.survey}`;
  return 'sale' in place ? `/sales/${place.sale}` : `/complaints/${place.complaint}`;
}

/** Goes to a place; the window's *back* comes back from it. */
export function useGo(): (place: Place) => void {
  const [, navigate] = useLocation();
  return useCallback((place: Place) => navigate(addressOf(place)), [navigate]);
}

/** Goes to where one came from, or to the list when there is nothing before. */
export function goBack(): void {
  if (window.history.length > 1) window.history.back();
  else window.location.hash = routes.customers;
}
