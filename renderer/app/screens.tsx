import { type ComponentType, type LazyExoticComponent, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { CustomersPage } from '#renderer/features/customers/list/customers-page.tsx';
import { CustomerPage } from '#renderer/features/customers/page/customer-page.tsx';
import { TodayPage } from '#renderer/features/today/today-page.tsx';
import {
  campaignId,
  complaintId,
  customerId,
  productId,
  prospectId,
  saleId,
  segmentId,
  standingCampaignId,
  surveyId,
} from '#shared/ids.ts';
import { type PlainRoute, routes } from '../base/routes.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import {
  AnswersPage,
  ChangeSurveyPage,
  EntryPage,
  FeedbackPage,
  NewSurveyPage,
  SurveyPage,
  SurveyResultPage,
} from './screens/feedback.ts';
import {
  ComingBackPage,
  InsightsPage,
  PastPage,
  RevenuePage,
  SoldProductsPage,
  TimePage,
  WhoPage,
} from './screens/insights.ts';
import { later, useAllScreens } from './screens/later.ts';
import { HandoverPage, NotesPage } from './screens/notes.ts';
import {
  CampaignPage,
  CampaignResultPage,
  CampaignsPage,
  LoyaltyPage,
  NewCampaignPage,
  NewStandingPage,
  StandingFormPage,
  StandingPage,
} from './screens/reaching-out.ts';
import {
  BoardPage,
  ChangeSalePage,
  NewSalePage,
  OwedPage,
  ProductPage,
  ProductsPage,
  ProspectPage,
  ProspectsPage,
  SalePage,
  SalesPage,
} from './screens/selling.ts';

const SegmentsPage = later(
  () => import('#renderer/features/segments/segments-page.tsx'),
  (module) => module.SegmentsPage,
);
const NewSegmentPage = later(
  () => import('#renderer/features/segments/segment-page.tsx'),
  (module) => module.NewSegmentPage,
);
const SegmentPage = later(
  () => import('#renderer/features/segments/segment-page.tsx'),
  (module) => module.SegmentPage,
);
const PicturePage = later(
  () => import('#renderer/features/segments/picture-page.tsx'),
  (module) => module.PicturePage,
);
const RewardsPage = later(
  () => import('#renderer/features/referrals/rewards-page.tsx'),
  (module) => module.RewardsPage,
);
const ComplaintsPage = later(
  () => import('#renderer/features/complaints/list/complaints-page.tsx'),
  (module) => module.ComplaintsPage,
);
const ComplaintPage = later(
  () => import('#renderer/features/complaints/page/complaint-page.tsx'),
  (module) => module.ComplaintPage,
);
const ReportPage = later(
  () => import('#renderer/features/complaints/report/report-page.tsx'),
  (module) => module.ReportPage,
);
const ReviewsPage = later(
  () => import('#renderer/features/reviews/reviews-page.tsx'),
  (module) => module.ReviewsPage,
);
const GuaranteePage = later(
  () => import('#renderer/features/guarantee/guarantee-page.tsx'),
  (module) => module.GuaranteePage,
);
const SamePersonPage = later(
  () => import('#renderer/features/customers/same/same-page.tsx'),
  (module) => module.SamePersonPage,
);
const HealthPage = later(
  () => import('#renderer/features/customers/health/health-page.tsx'),
  (module) => module.HealthPage,
);
const ImportPage = later(
  () => import('#renderer/features/imports/import-page.tsx'),
  (module) => module.ImportPage,
);
const AccountantPage = later(
  () => import('#renderer/features/accountant/accountant-page.tsx'),
  (module) => module.AccountantPage,
);
const RestorePage = later(
  () => import('#renderer/features/restore/restore-page.tsx'),
  (module) => module.RestorePage,
);
const SettingsPage = later(
  () => import('#renderer/features/settings/settings-page.tsx'),
  (module) => module.SettingsPage,
);

const TrashPage = later(
  () => import('#renderer/features/trash/trash-page.tsx'),
  (module) => module.TrashPage,
);

const BackupsPage = later(
  () => import('#renderer/features/backups/backups-page.tsx'),
  (module) => module.BackupsPage,
);

const ChangesPage = later(
  () => import('#renderer/features/history/changes-page.tsx'),
  (module) => module.ChangesPage,
);

const PrivacyPage = later(
  () => import('#renderer/features/privacy/privacy-page.tsx'),
  (module) => module.PrivacyPage,
);

const HelpPage = later(
  () => import('#renderer/features/help/help-page.tsx'),
  (module) => module.HelpPage,
);

type PageOf<Id> = ComponentType<{ readonly id: Id }>;

/** The page of one record by the number in its address; the list where that is no number. */
function pageOf<Id extends number>(
  ids: { safeParse(value: number): { readonly data?: Id | undefined } },
  list: PlainRoute,
  Page: PageOf<Id> | LazyExoticComponent<PageOf<Id>>,
) {
  return (id: string) => {
    const { data } = ids.safeParse(Number(id));
    return data === undefined ? backTo(list) : <Page key={data} id={data} />;
  };
}

const one = {
  complaint: pageOf(complaintId, 'complaints', ComplaintPage),
  customer: pageOf(customerId, 'customers', CustomerPage),
  segment: pageOf(segmentId, 'segments', SegmentPage),
  segmentPicture: pageOf(segmentId, 'segments', PicturePage),
  product: pageOf(productId, 'products', ProductPage),
  prospect: pageOf(prospectId, 'prospects', ProspectPage),
  campaign: pageOf(campaignId, 'campaigns', CampaignPage),
  survey: pageOf(surveyId, 'feedback', SurveyPage),
  changeSurvey: pageOf(surveyId, 'feedback', ChangeSurveyPage),
  surveyEntry: pageOf(surveyId, 'feedback', EntryPage),
  surveyAnswers: pageOf(surveyId, 'feedback', AnswersPage),
  surveyResult: pageOf(surveyId, 'feedback', SurveyResultPage),
  campaignResult: pageOf(campaignId, 'campaigns', CampaignResultPage),
  changeStanding: pageOf(standingCampaignId, 'standing', StandingFormPage),
  changeSale: pageOf(saleId, 'sales', ChangeSalePage),
  sale: pageOf(saleId, 'sales', SalePage),
};

/** The screen of each address that names nothing: looked for before those that do. */
const plain: Readonly<Record<PlainRoute, ComponentType>> = {
  today: TodayPage,
  complaints: ComplaintsPage,
  reviews: ReviewsPage,
  guarantee: GuaranteePage,
  complaintReport: ReportPage,
  customers: CustomersPage,
  segments: SegmentsPage,
  newSegment: NewSegmentPage,
  samePerson: SamePersonPage,
  health: HealthPage,
  rewards: RewardsPage,
  sales: SalesPage,
  owed: OwedPage,
  products: ProductsPage,
  prospects: BoardPage,
  prospectList: ProspectsPage,
  newSale: NewSalePage,
  insights: InsightsPage,
  insightsRevenue: RevenuePage,
  insightsComingBack: ComingBackPage,
  insightsProducts: SoldProductsPage,
  insightsTime: TimePage,
  insightsWho: WhoPage,
  insightsPast: PastPage,
  campaigns: CampaignsPage,
  newCampaign: NewCampaignPage,
  standing: StandingPage,
  newStanding: NewStandingPage,
  feedback: FeedbackPage,
  newSurvey: NewSurveyPage,
  loyalty: LoyaltyPage,
  notes: NotesPage,
  handover: HandoverPage,
  import: ImportPage,
  accountant: AccountantPage,
  settings: SettingsPage,
  trash: TrashPage,
  restore: RestorePage,
  backups: BackupsPage,
  changes: ChangesPage,
  privacy: PrivacyPage,
  help: HelpPage,
};

function backTo(list: PlainRoute) {
  return <Redirect to={routes[list]} replace />;
}

/** Which screen an address shows; anything unknown goes to today. */
export function Screens() {
  useAllScreens();
  return (
    <ErrorBoundary>
      <Suspense fallback={<div aria-busy="true" />}>
        <Switch>
          {Object.entries(plain).map(([name, component]) => (
            <Route key={name} path={routes[name as PlainRoute]} component={component} />
          ))}
          <Route path={routes.complaint}>{({ id }) => one.complaint(id)}</Route>
          <Route path={routes.segment}>{({ id }) => one.segment(id)}</Route>
          <Route path={routes.segmentPicture}>{({ id }) => one.segmentPicture(id)}</Route>
          <Route path={routes.customer}>{({ id }) => one.customer(id)}</Route>
          <Route path={routes.product}>{({ id }) => one.product(id)}</Route>
          <Route path={routes.prospect}>{({ id }) => one.prospect(id)}</Route>
          <Route path={routes.campaign}>{({ id }) => one.campaign(id)}</Route>
          <Route path={routes.changeStanding}>{({ id }) => one.changeStanding(id)}</Route>
          <Route path={routes.campaignResult}>{({ id }) => one.campaignResult(id)}</Route>
          <Route path={routes.survey}>{({ id }) => one.survey(id)}</Route>
          <Route path={routes.changeSurvey}>{({ id }) => one.changeSurvey(id)}</Route>
          <Route path={routes.surveyEntry}>{({ id }) => one.surveyEntry(id)}</Route>
          <Route path={routes.surveyResult}>{({ id }) => one.surveyResult(id)}</Route>
          <Route path={routes.surveyAnswers}>{({ id }) => one.surveyAnswers(id)}</Route>
          <Route path={routes.changeSale}>{({ id }) => one.changeSale(id)}</Route>
          <Route path={routes.sale}>{({ id }) => one.sale(id)}</Route>
          <Route>
            <Redirect to={routes.today} replace />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
