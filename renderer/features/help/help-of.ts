import { type PlainRoute, routes } from '#renderer/base/routes.ts';
import type { HelpPage } from '#shared/locale/help.ts';

/** The page of help for each screen. A new screen has its own in `helpPages.json` of both languages. */
export const helpOf = {
  today: 'today',
  complaints: 'complaints',
  reviews: 'reviews',
  guarantee: 'guarantee',
  complaintReport: 'complaintReport',
  complaint: 'complaint',
  customers: 'customers',
  segments: 'segments',
  newSegment: 'segment',
  segment: 'segment',
  segmentPicture: 'segmentPicture',
  samePerson: 'samePerson',
  health: 'health',
  rewards: 'rewards',
  customer: 'customer',
  sales: 'sales',
  owed: 'owed',
  products: 'products',
  product: 'product',
  prospects: 'prospects',
  prospectList: 'prospectList',
  prospect: 'prospect',
  newSale: 'saleEntry',
  sale: 'sale',
  changeSale: 'saleEntry',
  insights: 'insights',
  insightsRevenue: 'insightsRevenue',
  insightsComingBack: 'insightsComingBack',
  insightsProducts: 'insightsProducts',
  insightsTime: 'insightsTime',
  insightsWho: 'insightsWho',
  insightsPast: 'insightsPast',
  campaigns: 'campaigns',
  newCampaign: 'newCampaign',
  campaign: 'campaign',
  campaignResult: 'campaignResult',
  standing: 'standing',
  newStanding: 'standingEditor',
  changeStanding: 'standingEditor',
  notes: 'notes',
  handover: 'handover',
  feedback: 'feedback',
  newSurvey: 'surveyEditor',
  survey: 'survey',
  changeSurvey: 'surveyEditor',
  surveyEntry: 'surveyEntry',
  surveyAnswers: 'surveyAnswers',
  surveyResult: 'surveyResult',
  loyalty: 'loyalty',
  import: 'import',
  accountant: 'accountant',
  settings: 'settings',
  trash: 'trash',
  restore: 'restore',
  backups: 'backups',
  changes: 'changes',
  privacy: 'privacy',
  help: 'help',
} as const satisfies Readonly<Record<keyof typeof routes, HelpPage>>;

type Screen = keyof typeof routes;

function isRoute(name: string): name is Screen {
  return Object.hasOwn(routes, name);
}

/** Where a page can be opened from help; of one record (a customer, a sale) the list it is in. */
const openedAt: Readonly<Partial<Record<HelpPage, PlainRoute>>> = {
  segment: 'newSegment',
  segmentPicture: 'segments',
  saleEntry: 'newSale',
  surveyEditor: 'newSurvey',
  standingEditor: 'newStanding',
  customer: 'customers',
  sale: 'sales',
  product: 'products',
  prospect: 'prospectList',
  complaint: 'complaints',
  campaign: 'campaigns',
  campaignResult: 'campaigns',
  survey: 'feedback',
  surveyEntry: 'feedback',
  surveyAnswers: 'feedback',
  surveyResult: 'feedback',
};

/** The screen that a page of help leads to. */
export function routeOf(page: HelpPage): PlainRoute {
  return openedAt[page] ?? (page as PlainRoute);
}

function matches(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  return (
    wanted.length === given.length &&
    wanted.every((part, at) =>
      part === ':id' ? /^\d+$/.test(given[at] ?? '') : part === given[at],
    )
  );
}

/** The page of help for an address of the window; today's where it is no screen's. */
export function helpFor(path: string): HelpPage {
  const screens = Object.keys(routes).filter(isRoute);
  const screen = screens.find((name) => matches(routes[name], path));
  return screen === undefined ? 'today' : helpOf[screen];
}

/** In the order of the menu, each part with the pages that belong to it. */
export const helpParts = [
  { part: 'today', pages: ['today'] },
  {
    part: 'customers',
    pages: [
      'customers',
      'customer',
      'segments',
      'segment',
      'segmentPicture',
      'samePerson',
      'health',
      'rewards',
    ],
  },
  {
    part: 'sales',
    pages: [
      ...(['sales', 'saleEntry', 'sale', 'owed', 'products', 'product'] as const),
      ...(['prospects', 'prospectList', 'prospect'] as const),
    ],
  },
  {
    part: 'complaints',
    pages: ['complaints', 'complaint', 'reviews', 'guarantee', 'complaintReport'],
  },
  {
    part: 'insights',
    pages: [
      ...(['insights', 'insightsRevenue', 'insightsComingBack', 'insightsProducts'] as const),
      ...(['insightsTime', 'insightsWho', 'insightsPast'] as const),
    ],
  },
  {
    part: 'campaigns',
    pages: [
      ...(['campaigns', 'newCampaign', 'campaign', 'campaignResult'] as const),
      ...(['standing', 'standingEditor'] as const),
    ],
  },
  {
    part: 'feedback',
    pages: [
      ...(['feedback', 'surveyEditor', 'survey', 'surveyEntry'] as const),
      ...(['surveyAnswers', 'surveyResult'] as const),
    ],
  },
  { part: 'loyalty', pages: ['loyalty'] },
  { part: 'notes', pages: ['notes', 'handover'] },
  { part: 'import', pages: ['import'] },
  { part: 'accountant', pages: ['accountant'] },
  {
    part: 'settings',
    pages: ['settings', 'backups', 'restore', 'trash', 'changes', 'privacy', 'help'],
  },
] as const satisfies readonly { readonly part: PlainRoute; readonly pages: readonly HelpPage[] }[];

/** The other pages of the same part, and what lies near it elsewhere. */
const near: Readonly<Partial<Record<HelpPage, readonly HelpPage[]>>> = {
  today: ['customer', 'complaints', 'owed', 'insightsWho'],
  customers: ['import'],
  customer: ['insights', 'complaint', 'privacy'],
  sales: ['import'],
  owed: ['accountant'],
  campaigns: ['segments'],
  newCampaign: ['segments'],
  loyalty: ['customer', 'rewards'],
  import: ['samePerson', 'health', 'changes'],
  accountant: ['sales', 'owed', 'settings'],
  privacy: ['customer'],
};

/** What to read next. */
export function nextTo(page: HelpPage): readonly HelpPage[] {
  const part = helpParts.find(({ pages }) => (pages as readonly HelpPage[]).includes(page));
  const all = [...(near[page] ?? []), ...(part?.pages ?? [])];
  return [...new Set(all)].filter((one) => one !== page);
}
