import { IconChartHistogram, IconFileImport, IconSettings, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useSettings } from '#renderer/data/settings.ts';
import classes from './rail.module.css';
import { type PlainRoute, routes } from './routes.ts';

const ENTRIES = [
  { place: 'customers', Icon: IconUsers },
  { place: 'insights', Icon: IconChartHistogram },
  { place: 'import', Icon: IconFileImport, isApart: true },
  { place: 'settings', Icon: IconSettings },
] as const satisfies readonly { place: PlainRoute; Icon: typeof IconUsers; isApart?: boolean }[];

function Mark() {
  return (
    <svg className={classes.mark} viewBox="0 0 24 24" aria-hidden="true">
      <rect x="1" y="1" width="22" height="22" rx="6" fill="currentColor" />
      <path d="M8 6.5v9.2c0 1 .6 1.8 1.8 1.8H16" />
      <circle cx="15" cy="8.6" r="1.9" />
    </svg>
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
            </Link>
          );
        })}
      </div>
    </nav>
  );
}
