import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { PlaceTabs } from './place-tabs.tsx';
import classes from './section-tabs.module.css';

const TABS = [
  { place: 'complaints', address: '/complaints', counts: 'complaints' },
  { place: 'reviews', address: '/complaints/reviews', counts: 'reviews' },
  { place: 'guarantee', address: '/complaints/guarantee' },
  { place: 'complaintReport', address: '/complaints/report' },
] as const;

/** How much waits behind a tab, said in full to a screen reader. */
function Waiting({ of }: { readonly of: 'complaints' | 'reviews' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const complaints = useQuery('complaints.waiting', {}, { enabled: of === 'complaints' });
  const reviews = useQuery('reviews.summary', {}, { enabled: of === 'reviews' });
  const count = of === 'complaints' ? complaints.data?.count : reviews.data?.waiting;
  if (count === undefined || count === 0) return null;
  return (
    <>
      <span className={classes.count} aria-hidden="true">
        {format.number(count)}
      </span>
      <VisuallyHidden>{t('nav.waiting', { count })}</VisuallyHidden>
    </>
  );
}

/** The screens about what went wrong: complaints, public reviews, guarantees, the report. */
export function SectionTabs() {
  const { t } = useTranslation();
  const tabs = TABS.map((tab) => ({
    address: tab.address,
    text: t(`nav.${tab.place}`),
    beside: 'counts' in tab ? <Waiting of={tab.counts} /> : null,
  }));
  return <PlaceTabs label={t('nav.complaints')} tabs={tabs} />;
}
