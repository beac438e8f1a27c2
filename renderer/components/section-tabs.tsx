import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import classes from './section-tabs.module.css';

const TABS = [
  { place: 'complaints', address: '/complaints' },
  { place: 'reviews', address: '/complaints/reviews' },
  { place: 'guarantee', address: '/complaints/guarantee' },
  { place: 'complaintReport', address: '/complaints/report' },
] as const;

/** The screens about what went wrong: complaints, public reviews, guarantees, the report. */
export function SectionTabs() {
  const { t } = useTranslation();
  const [location] = useLocation();
  return (
    <nav className={classes.tabs} aria-label={t('nav.complaints')}>
      {TABS.map(({ place, address }) => (
        <Link
          key={place}
          href={address}
          className={classes.tab}
          aria-current={location === address ? 'page' : undefined}
        >
          {t(`nav.${place}`)}
        </Link>
      ))}
    </nav>
  );
}
