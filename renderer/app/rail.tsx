import {
  IconCalculator,
  IconCalendarCheck,
  IconChartHistogram,
  IconFileImport,
  IconGift,
  IconMessageReport,
  IconMoodSmile,
  IconNotebook,
  IconReceipt,
  IconSend,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { type PlainRoute, routes } from '../base/routes.ts';
import classes from './rail.module.css';

const ENTRIES = [
  { place: 'today', Icon: IconCalendarCheck, counts: 'today' },
  { place: 'customers', Icon: IconUsers },
  { place: 'sales', Icon: IconReceipt },
  { place: 'complaints', Icon: IconMessageReport, counts: 'complaints' },
  { place: 'insights', Icon: IconChartHistogram },
  { place: 'campaigns', Icon: IconSend },
  { place: 'feedback', Icon: IconMoodSmile },
  { place: 'loyalty', Icon: IconGift },
  { place: 'notes', Icon: IconNotebook },
  { place: 'import', Icon: IconFileImport, isApart: true },
  { place: 'accountant', Icon: IconCalculator },
  { place: 'settings', Icon: IconSettings },
] as const satisfies readonly {
  place: PlainRoute;
  Icon: typeof IconUsers;
  isApart?: boolean;
  counts?: 'today' | 'complaints';
}[];

function Mark() {
  return (
    <svg className={classes.mark} viewBox="0 0 24 24" aria-hidden="true">
      <rect x="1" y="1" width="22" height="22" rx="6" fill="currentColor" />
      <path d="M8 6.5v9.2c0 1 .6 1.8 1.8 1.8H16" />
      <circle cx="15" cy="8.6" r="1.9" />
    </svg>
  );
}

/** How much waits behind an entry, said in full to a screen reader. */
function Waiting({ of }: { readonly of: 'today' | 'complaints' }) {
  const { t } = useTranslation();
  const { data: dates } = useQuery('followUps.counts', {}, { enabled: of === 'today' });
  const complaints = useQuery('complaints.waiting', {}, { enabled: of === 'complaints' });
  const count = of === 'today' ? dates?.today : complaints.data?.count;
  if (count === undefined || count === 0) return null;
  return (
    <>
      <span className={classes.count} aria-hidden="true">
        {count}
      </span>
      <span className={classes.unseen}>{t('nav.waiting', { count })}</span>
    </>
  );
}

/** The left rail: only the screens that this version has. */
export function Rail() {
  const { t } = useTranslation();
  const [location] = useLocation();
  const { settings, isSample } = useSettings();
  return (
    <nav className={classes.rail} aria-label={t('nav.main')}>
      <div className={classes.shop}>
        <Mark />
        <div className={classes.names}>
          <b>{settings.shopName === '' ? t('app.name') : settings.shopName}</b>
          {isSample && <span>{t('customers.sampleShop')}</span>}
        </div>
      </div>
      <div className={classes.nav}>
        {ENTRIES.map((entry) => {
          const { place, Icon } = entry;
          const isCurrent = location.startsWith(routes[place]);
          return (
            <Link
              key={place}
              href={routes[place]}
              className={classes.link}
              data-apart={'isApart' in entry || undefined}
              aria-current={isCurrent ? 'page' : undefined}
            >
              <Icon size={18} stroke={1.75} aria-hidden="true" />
              <span>{t(`nav.${place}`)}</span>
              {'counts' in entry && <Waiting of={entry.counts} />}
            </Link>
          );
        })}
      </div>
    </nav>
  );
}
