import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { useGo } from '#renderer/base/routes.ts';
import { BeforeCustomers } from '#renderer/components/before-customers/before-customers.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { FirstPaint } from '#renderer/components/first-paint/first-paint.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { QuietLine } from '#renderer/components/privacy/quiet-line.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useWhen } from '#renderer/components/use-when.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUi } from '#renderer/state/ui.ts';
import type { Output } from '#shared/contract/index.ts';
import { BadAnswersCard } from './bad-answers-card.tsx';
import { CampaignsCard } from './campaigns-card.tsx';
import { ComplaintsCard } from './complaints-card.tsx';
import { ContactCard } from './contact-card.tsx';
import { GreetingsCard } from './greetings-card.tsx';
import { MonthCard } from './month-card.tsx';
import { OwedCard } from './owed-card.tsx';
import { PointsCard } from './points-card.tsx';
import { RewardsCard } from './rewards-card.tsx';
import { SlippingCard } from './slipping-card.tsx';
import classes from './today.module.css';
import { TodayMenu } from './today-menu.tsx';
import { TourCard } from './tour-card.tsx';

function FirstSteps() {
  const { t } = useTranslation();
  const go = useGo();
  const openNew = useUi((state) => state.setNewCustomerOpen);
  return (
    <EmptyState title={t('today.emptyTitle')} text={t('today.emptyText')}>
      <Button variant="filled" onClick={() => go('import')}>
        {t('customers.emptyImport')}
      </Button>
      <Button onClick={() => openNew(true)}>{t('app.newCustomer')}</Button>
    </EmptyState>
  );
}

/** What the day holds, in a sentence. */
function leadOf(
  t: Translate,
  people: number,
  waiting: Output<'complaints.waiting'> | undefined,
  moment: (instant: string) => string,
): string {
  const first = waiting?.rows[0];
  const waits = people === 0 ? t('today.lead.nobody') : t('today.lead.people', { count: people });
  if (first?.clock?.what === 'answer' && first.clock.minutesLeft >= 0)
    return `${waits} ${t('today.lead.answer', { moment: moment(first.clock.dueAt) })}`;
  const count = waiting?.count ?? 0;
  return count === 0 ? waits : `${waits} ${t('today.lead.complaints', { count })}`;
}

/** Whom to contact on the left, what waits besides on the right. */
function Cards() {
  return (
    <FirstPaint className={classes.columns}>
      <div className={classes.main}>
        <ContactCard />
        <GreetingsCard />
        <SlippingCard />
        <QuietLine />
      </div>
      <div className={classes.side}>
        <CampaignsCard />
        <ComplaintsCard />
        <BadAnswersCard />
        <MonthCard />
        <OwedCard />
        <PointsCard />
        <RewardsCard />
      </div>
    </FirstPaint>
  );
}

/** What to do today: whom to contact, which complaint waits, who is slipping away, how the month goes. */
export function TodayPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const when = useWhen();
  const { customers, hasSales, today } = useSettings();
  const { data: counts } = useQuery('followUps.counts', {});
  const { data: waiting } = useQuery('complaints.waiting', { limit: 5 });
  if (customers === 0)
    return (
      <>
        <PageHeader title={t('today.title')} lead={format.weekday(today)} />
        <BeforeCustomers>
          <FirstSteps />
        </BeforeCustomers>
        <TourCard />
        {hasSales && (
          <div className={classes.unnamed}>
            <MonthCard />
            <OwedCard />
          </div>
        )}
      </>
    );
  const lead = leadOf(t, counts?.today ?? 0, waiting, when.short);
  return (
    <>
      <PageHeader
        title={t('today.title')}
        lead={counts === undefined ? format.weekday(today) : `${format.weekday(today)}. ${lead}`}
        actions={<TodayMenu />}
      />
      <TourCard />
      <Cards />
    </>
  );
}
