import { Button, Modal } from '@mantine/core';
import { IconList } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressOf } from '#renderer/base/routes.ts';
import { CellLink, DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { DateText, Money } from '#renderer/components/figures.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import classes from './report.module.css';
import { RowsLink, within } from './rows.tsx';

type Kind = ComplaintReport['compensation']['byKind'][number]['kind'];
/** What is listed in the dialog; null: it is closed. */
type Opened = Kind | 'all' | null;

interface GivenProps {
  readonly report: ComplaintReport;
  /** Null: every kind. */
  readonly kind: Kind | null;
}

/** What was given, row by row, each leading to its complaint. */
function Given({ report, kind }: GivenProps) {
  const { t } = useTranslation();
  const { given, byKind, count } = report.compensation;
  const rows = given
    .map((row, place) => ({ ...row, place }))
    .filter((row) => kind === null || row.kind === kind);
  const all = kind === null ? count : (byKind.find((row) => row.kind === kind)?.count ?? 0);
  return (
    <>
      <DataTable
        label={t('complaintReport.cost.given')}
        rows={rows}
        keyOf={(row) => String(row.place)}
        columns={[
          {
            title: t('complaintReport.complaint'),
            cell: (row) => (
              <RowsLink to={addressOf({ complaint: row.complaintId })}>
                {`${row.number} ${row.title}`}
              </RowsLink>
            ),
          },
          {
            title: t('complaintReport.cost.kind'),
            cell: (row) => t(`complaint.compensation.${row.kind}`),
          },
          {
            title: t('complaintReport.cost.on'),
            cell: (row) => <DateText iso={row.givenOn} short />,
          },
          {
            title: t('complaintReport.cost.cost'),
            isNumber: true,
            cell: (row) => <Money minor={row.costMinor} />,
          },
        ]}
      />
      {all > rows.length && (
        <p className={classes.note}>{t('complaintReport.cost.dearest', { count: rows.length })}</p>
      )}
    </>
  );
}

function CostTable({ report, onOpen }: { report: ComplaintReport; onOpen(kind: Kind): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { byKind, costMinor, count } = report.compensation;
  return (
    <DataTable
      label={t('complaintReport.cost.question')}
      rows={byKind}
      keyOf={(row) => row.kind}
      columns={[
        {
          title: t('complaintReport.cost.kind'),
          cell: (row) => t(`complaint.compensation.${row.kind}`),
        },
        {
          title: t('complaintReport.cost.times'),
          isNumber: true,
          cell: (row) => (
            <CellLink onClick={() => onOpen(row.kind)}>{format.number(row.count)}</CellLink>
          ),
        },
        {
          title: t('complaintReport.cost.cost'),
          isNumber: true,
          cell: (row) => <Money minor={row.costMinor} />,
        },
      ]}
      sums={[t('insights.all'), format.number(count), <Money key="all" minor={costMinor} />]}
    />
  );
}

/** The answer in a sentence. */
function useFinding({ byKind, costMinor, count }: ComplaintReport['compensation']): string {
  const { t } = useTranslation();
  const format = useFormat();
  const [first] = byKind;
  if (first === undefined) return t('complaintReport.cost.none');
  const kind = t(`complaint.compensation.${first.kind}`);
  return t('complaintReport.cost.finding', { cost: format.money(costMinor), count, kind });
}

function CostBars({ report, onOpen }: { report: ComplaintReport; onOpen(kind: Opened): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { byKind } = report.compensation;
  const bars = byKind.map((row, index) => ({
    name: t(`complaint.compensation.${row.kind}`),
    value: row.costMinor,
    text: `${format.money(row.costMinor, { short: true })}, ${t('complaintReport.cost.count', { count: row.count })}`,
    isMain: index === 0,
  }));
  return (
    <LabelledBars
      label={t('complaintReport.cost.chartLabel')}
      bars={bars}
      onPick={(index) => onOpen(byKind[index]?.kind ?? null)}
    />
  );
}

function Foot({ report, onOpen }: { report: ComplaintReport; onOpen(kind: Opened): void }) {
  const { t } = useTranslation();
  const { aboveAuthority } = report.compensation;
  return (
    <>
      <Button
        size="xs"
        leftSection={<IconList size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => onOpen('all')}
      >
        {t('complaintReport.cost.open')}
      </Button>
      {aboveAuthority > 0 && (
        <StatusBadge kind="due">
          <RowsLink to={within(report, { flags: ['above-authority'] })}>
            {t('complaintReport.cost.above', { count: aboveAuthority })}
          </RowsLink>
        </StatusBadge>
      )}
    </>
  );
}

/** What making it good has cost, by what was given. */
export function CostCard({ report }: { readonly report: ComplaintReport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [opened, setOpened] = useState<Opened>(null);
  const { amountMinor, count } = report.compensation;
  const kind = opened === 'all' ? null : opened;
  const about = { report, onOpen: setOpened };
  return (
    <>
      <QuestionCard
        question={t('complaintReport.cost.question')}
        finding={useFinding(report.compensation)}
        plotted={t('complaintReport.cost.plotted', { amount: format.money(amountMinor) })}
        fileName="langgan-ganti-rugi"
        {...(count === 0 ? {} : { table: <CostTable {...about} />, foot: <Foot {...about} /> })}
      >
        {count > 0 && <CostBars {...about} />}
      </QuestionCard>
      <Modal
        opened={opened !== null}
        onClose={() => setOpened(null)}
        title={
          kind === null ? t('complaintReport.cost.given') : t(`complaint.compensation.${kind}`)
        }
        size="lg"
      >
        <Given report={report} kind={kind} />
      </Modal>
    </>
  );
}
