import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { routes } from '#renderer/base/routes.ts';
import classes from '#renderer/components/section-tabs.module.css';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';

/** How many sales are not paid in full, said in full to a screen reader. */
function OpenCount() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery('payments.owed', { limit: 1 }, { keepPrevious: true });
  const count = data?.totals.sales ?? 0;
  if (count === 0) return null;
  return (
    <>
      <span className={classes.count} aria-hidden="true">
        {format.number(count)}
      </span>
      <VisuallyHidden>{`, ${t('payments.owed.sales', { count })}`}</VisuallyHidden>
    </>
  );
}

/** All sales, those that are not paid in full, who may buy, and what the shop sells. */
export function SalesTabs() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const current = (address: string) => (location === address ? 'page' : undefined);
  return (
    <nav className={classes.tabs} aria-label={t('payments.owed.tabs')}>
      <Link href={routes.sales} className={classes.tab} aria-current={current(routes.sales)}>
        {t('payments.owed.tabSales')}
      </Link>
      <Link href={routes.owed} className={classes.tab} aria-current={current(routes.owed)}>
        {t('payments.owed.tabOwed')}
        <OpenCount />
      </Link>
      <Link
        href={routes.prospects}
        className={classes.tab}
        aria-current={location.startsWith(routes.prospects) ? 'page' : undefined}
      >
        {t('nav.prospects')}
      </Link>
      <Link href={routes.products} className={classes.tab} aria-current={current(routes.products)}>
        {t('nav.products')}
      </Link>
    </nav>
  );
}
