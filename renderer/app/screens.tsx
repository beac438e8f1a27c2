import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { CustomerPage } from '#renderer/features/customers/customer-page.tsx';
import { CustomersPage } from '#renderer/features/customers/customers-page.tsx';
import { complaintId, customerId } from '#shared/ids.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { routes } from './routes.ts';

const TodayPage = lazy(() =>
  import('#renderer/features/today/today-page.tsx').then((module) => ({
    default: module.TodayPage,
  })),
);
const ComplaintsPage = lazy(() =>
  import('#renderer/features/complaints/complaints-page.tsx').then((module) => ({
    default: module.ComplaintsPage,
  })),
);
const ComplaintPage = lazy(() =>
  import('#renderer/features/complaints/complaint-page.tsx').then((module) => ({
    default: module.ComplaintPage,
  })),
);
const ReportPage = lazy(() =>
  import('#renderer/features/complaint-report/report-page.tsx').then((module) => ({
    default: module.ReportPage,
  })),
);
const ReviewsPage = lazy(() =>
  import('#renderer/features/reviews/reviews-page.tsx').then((module) => ({
    default: module.ReviewsPage,
  })),
);
const GuaranteePage = lazy(() =>
  import('#renderer/features/guarantee/guarantee-page.tsx').then((module) => ({
    default: module.GuaranteePage,
  })),
);
const InsightsPage = lazy(() =>
  import('#renderer/features/insights/insights-page.tsx').then((module) => ({
    default: module.InsightsPage,
  })),
);
const ImportPage = lazy(() =>
  import('#renderer/features/import/import-page.tsx').then((module) => ({
    default: module.ImportPage,
  })),
);
const SettingsPage = lazy(() =>
  import('#renderer/features/settings/settings-page.tsx').then((module) => ({
    default: module.SettingsPage,
  })),
);

/** Which screen an address shows; anything unknown goes to today. */
export function Screens() {
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>
        <Switch>
          <Route path={routes.today} component={TodayPage} />
          <Route path={routes.complaints} component={ComplaintsPage} />
          <Route path={routes.reviews} component={ReviewsPage} />
          <Route path={routes.guarantee} component={GuaranteePage} />
          <Route path={routes.complaintReport} component={ReportPage} />
          <Route path={routes.complaint}>
            {({ id }) => {
              const read = complaintId.safeParse(Number(id));
              return read.success ? (
                <ComplaintPage key={read.data} id={read.data} />
              ) : (
                <Redirect to={routes.complaints} replace />
              );
            }}
          </Route>
          <Route path={routes.customers} component={CustomersPage} />
          <Route path={routes.customer}>
            {({ id }) => {
              const read = customerId.safeParse(Number(id));
              return read.success ? (
                <CustomerPage key={read.data} id={read.data} />
              ) : (
                <Redirect to={routes.customers} replace />
              );
            }}
          </Route>
          <Route path={routes.insights} component={InsightsPage} />
          <Route path={routes.import} component={ImportPage} />
          <Route path={routes.settings} component={SettingsPage} />
          <Route>
            <Redirect to={routes.today} replace />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
