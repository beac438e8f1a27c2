import { Button, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useGo } from '#renderer/base/routes.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { SectionTabs } from '#renderer/components/section-tabs.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import { AgainCard } from './again-card.tsx';
import { CameBackCard } from './back-card.tsx';
import { CostCard } from './cost-card.tsx';
import { DefectsCard } from './defects-card.tsx';
import { MonthCard } from './month-card.tsx';
import { ParetoCard } from './pareto-card.tsx';
import { FirstContactCard } from './part-card.tsx';
import { PeriodChoice, useReportDays } from './period-choice.tsx';
import classes from './report.module.css';
import { SpeedCard } from './speed-card.tsx';
import { TwiceCard } from './twice-card.tsx';
import { type Voices, VoicesCard } from './voices-card.tsx';

function NothingYet() {
  const { t } = useTranslation();
  const go = useGo();
  return (
    <EmptyState title={t('complaintReport.empty')} text={t('complaintReport.emptyText')}>
      <Button variant="filled" onClick={() => go('complaints')}>
        {t('complaintReport.toComplaints')}
      </Button>
    </EmptyState>
  );
}

interface CardsProps {
  readonly report: ComplaintReport;
  readonly voices: Voices | undefined;
  readonly isCounting: boolean;
}

function Cards({ report, voices, isCounting }: CardsProps) {
  const heard = voices === undefined ? 0 : voices.rows.length;
  const hasDefects = report.defects.length > 0;
  if (report.received === 0 && !hasDefects && heard === 0) return <NothingYet />;
  const isReceived = report.received > 0;
  return (
    <div className={classes.cards} data-counting={isCounting || undefined} aria-busy={isCounting}>
      {isReceived && <MonthCard report={report} />}
      {isReceived && <ParetoCard what="cause" report={report} />}
      {isReceived && <SpeedCard report={report} />}
      {hasDefects && <DefectsCard report={report} />}
      {isReceived && <ParetoCard what="product" report={report} />}
      {isReceived && <CostCard report={report} />}
      {isReceived && <FirstContactCard report={report} />}
      {isReceived && <CameBackCard report={report} />}
      {isReceived && <TwiceCard report={report} />}
      {isReceived && <AgainCard report={report} />}
      {voices !== undefined && (
        <div className={classes.wide}>
          <VoicesCard voices={voices} days={report} />
        </div>
      )}
    </div>
  );
}

/** What complaints teach: one question a card, for a span of days. */
export function ReportPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const days = useReportDays();
  const report = useQuery('complaints.report', days, { keepPrevious: true });
  const voices = useQuery('interactions.voices', { ...days, limit: 8 }, { keepPrevious: true });
  const from = format.date(days.from);
  const to = format.date(days.to);
  return (
    <>
      <PageHeader
        title={t('complaintReport.title')}
        lead={t('complaintReport.lead', { from, to })}
        actions={<PeriodChoice />}
      />
      <SectionTabs />
      {report.error !== null && report.data === undefined ? (
        <ErrorState error={report.error.error} onRetry={() => void report.refetch()} />
      ) : report.data === undefined ? (
        <div className={classes.cards} aria-busy="true">
          <Skeleton h="18rem" radius="lg" />
          <Skeleton h="18rem" radius="lg" />
        </div>
      ) : (
        <Cards
          report={report.data}
          voices={voices.data}
          isCounting={report.isPlaceholderData || report.isFetching}
        />
      )}
    </>
  );
}
