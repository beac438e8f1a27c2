import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { CustomerPage } from '#renderer/features/customers/customer-page.tsx';
import { CustomersPage } from '#renderer/features/customers/customers-page.tsx';
import { customerId } from '#shared/ids.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { routes } from './routes.ts';

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

/** Which screen an address shows; anything unknown goes to the customers. */
export function Screens() {
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>
        <Switch>
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
            <Redirect to={routes.customers} replace />
          </Route>
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}
