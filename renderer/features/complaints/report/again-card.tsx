import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { WhoButton } from '#renderer/components/chart/who-button.tsx';
import { DateText } from '#renderer/components/figures.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { type Format, useFormat } from '#renderer/components/use-format.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import classes from './report.module.css';
import { RowsLink } from './rows.tsx';

type Again = ComplaintReport['boughtAgain'];

/** The answer in a sentence; with thin data what can be said of it, and no comparison. */
export function againFinding(t: Translate, format: Format, again: Again): string {
  const { complainers, bought, days, share, matchedShare, isTooFew } = again;
  if (complainers === 0) return t('complaintReport.again.nobody');
  if (isTooFew || share === null || matchedShare === null) {
    return t('complaintReport.again.few', { count: complainers, bought, days });
  }
  const percent = format.percent(share);
  const others = format.percent(matchedShare);
  return t('complaintReport.again.finding', { percent, others });
}

function Who({ again }: { readonly again: Again }) {
  const { t } = useTranslation();
  return (
    <DataTable
      label={t('complaintReport.again.who')}
      rows={again.who}
      keyOf={(row) => String(row.customerId)}
      columns={[
        {
          title: t('complaintReport.customer'),
          cell: (row) => (
            <RowsLink to={addressOf({ customer: row.customerId })}>{row.name || '–'}</RowsLink>
          ),
        },
        {
          title: t('complaintReport.again.solved'),
          cell: (row) => <DateText iso={row.resolvedOn} short />,
        },
        {
          title: t('complaintReport.again.bought', { count: again.days }),
          cell: (row) =>
            row.boughtOn === null ? (
              <StatusBadge kind="waiting">{t('complaintReport.again.notYet')}</StatusBadge>
            ) : (
              <StatusBadge kind="good">
                <DateText iso={row.boughtOn} short />
              </StatusBadge>
            ),
        },
      ]}
    />
  );
}

function Comparison({ again }: { readonly again: Again }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { share, matchedShare, complainers, matched } = again;
  const bars = [
    {
      name: t('complaintReport.again.complainers', { count: complainers }),
      value: share ?? 0,
      text: format.percent(share ?? 0),
      isMain: true,
    },
    {
      name: t('complaintReport.again.others', { count: matched }),
      value: matchedShare ?? 0,
      text: format.percent(matchedShare ?? 0),
      isMain: false,
    },
  ];
  return <LabelledBars label={t('complaintReport.again.chartLabel')} bars={bars} />;
}

interface FootProps {
  readonly again: Again;
  readonly isCompared: boolean;
  onOpen(): void;
}

function Foot({ again, isCompared, onOpen }: FootProps) {
  const { t } = useTranslation();
  return (
    <>
      {again.complainers > 0 && <WhoButton onClick={onOpen} />}
      {isCompared && <span className={classes.note}>{t('complaintReport.again.how')}</span>}
    </>
  );
}

function TooFew({ again }: { readonly again: Again }) {
  const { t } = useTranslation();
  return (
    <p className={classes.thin}>
      <StatusBadge kind="due">{t('complaintReport.again.tooFew')}</StatusBadge>{' '}
      {t('complaintReport.again.why', { count: again.needed, days: again.days })}
    </p>
  );
}

/** Did complainers buy again: beside customers of the same habits, or honestly not yet to be said. */
export function AgainCard({ report }: { readonly report: ComplaintReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const { boughtAgain: again } = report;
  const isCompared = !again.isTooFew && again.share !== null && again.matchedShare !== null;
  const comparison = {
    plotted: t('complaintReport.again.plotted', { count: again.days }),
    table: <Who again={again} />,
  };
  return (
    <>
      <QuestionCard
        question={t('complaintReport.again.question')}
        finding={againFinding(t, format, again)}
        fileName="langgan-beli-lagi"
        {...(isCompared ? comparison : {})}
        foot={<Foot again={again} isCompared={isCompared} onOpen={() => setOpen(true)} />}
      >
        {isCompared ? <Comparison again={again} /> : <TooFew again={again} />}
      </QuestionCard>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('complaintReport.again.who')}
        size="lg"
      >
        <Who again={again} />
      </Modal>
    </>
  );
}
