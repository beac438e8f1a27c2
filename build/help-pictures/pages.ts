import { placeOf } from '#electron/services/sample/generate/place/place-of.ts';
import type { Language } from '#shared/contract/settings.ts';
import type { HelpPage } from '#shared/locale/help.ts';
import type { Ask } from './fill-shop.ts';

/** The first of what is asked for, or a sentence of what the shop lacks. */
function first<T>(rows: readonly T[], what: string): T {
  const [one] = rows;
  if (one === undefined) throw new Error(`The filled sample shop has no ${what}.`);
  return one;
}

async function records(ask: Ask, language: Language) {
  const best = placeOf(language).people.best.name;
  const { customers } = await ask('search.find', { text: best });
  const { rows: sales } = await ask('sales.list', { limit: 50 });
  const { rows: products } = await ask('products.list', { limit: 1 });
  const filter = { states: ['diagnosed' as const] };
  const { rows: complaints } = await ask('complaints.list', { filter });
  const { rows: prospects } = await ask('prospects.list', {});
  const { rows: campaigns } = await ask('campaigns.list', {});
  const { rows: surveys } = await ask('feedback.list', {});
  const { rows: segments } = await ask('segments.list', {});
  const several = sales.filter(({ lineCount }) => lineCount > 1);
  return {
    customer: `/customers/${first(customers, best).id}`,
    sale: `/sales/${first(several, 'sale of several things').id}`,
    product: `/sales/products/${first(products, 'product').id}`,
    complaint: `/complaints/${first(complaints, 'complaint whose cause is known').id}`,
    prospect: `/sales/prospects/${first(prospects, 'prospect').id}`,
    campaign: `/campaigns/${first(campaigns, 'campaign').id}`,
    survey: `/feedback/${first(surveys, 'survey').id}`,
    segment: `/customers/segments/${first(segments, 'group').id}`,
  };
}

/** What only the owner's own shop has: none of it is there while the sample shop is open. */
export const ownPages = {
  backups: '/settings/backups',
  restore: '/settings/restore',
} as const satisfies Partial<Record<HelpPage, string>>;

/** Where each other page that has help is looked at in the filled sample shop. */
export async function samplePages(
  ask: Ask,
  language: Language,
): Promise<Readonly<Record<Exclude<HelpPage, keyof typeof ownPages>, string>>> {
  const one = await records(ask, language);
  return {
    ...one,
    ...{ today: '/today', customers: '/customers', segments: '/customers/segments' },
    ...{
      samePerson: '/customers/same',
      health: '/customers/health',
      rewards: '/customers/rewards',
    },
    ...{ sales: '/sales', saleEntry: '/sales/new', owed: '/sales/owed' },
    ...{ products: '/sales/products', prospects: '/sales/prospects' },
    ...{ prospectList: '/sales/prospects/list', complaints: '/complaints' },
    ...{ reviews: '/complaints/reviews', guarantee: '/complaints/guarantee' },
    ...{ complaintReport: '/complaints/report', insights: '/insights' },
    ...{ insightsRevenue: '/insights/revenue', insightsComingBack: '/insights/coming-back' },
    ...{ insightsProducts: '/insights/products', insightsTime: '/insights/time' },
    ...{ insightsWho: '/insights/who', insightsPast: '/insights/past' },
    segmentPicture: `${one.segment}/picture`,
    ...{ campaigns: '/campaigns', newCampaign: '/campaigns/new' },
    ...{ standing: '/campaigns/standing', standingEditor: '/campaigns/standing/new' },
    ...{ notes: '/notes', handover: '/notes/handover' },
    ...{ campaignResult: `${one.campaign}/result`, feedback: '/feedback' },
    ...{ surveyEditor: '/feedback/new', surveyEntry: `${one.survey}/entry` },
    ...{ surveyAnswers: `${one.survey}/answers`, surveyResult: `${one.survey}/result` },
    ...{ loyalty: '/loyalty', import: '/import', accountant: '/accountant' },
    ...{ settings: '/settings', trash: '/settings/trash' },
    ...{ changes: '/settings/changes', privacy: '/settings/privacy', help: '/help' },
  };
}
