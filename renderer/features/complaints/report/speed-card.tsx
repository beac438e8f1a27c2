import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/base/i18n.ts';
import { businessSpan } from '#renderer/components/business-time.ts';
import { BarChart } from '#renderer/components/chart/bar-chart.tsx';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { useInk } from '#renderer/components/chart/ink.ts';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { StatusBadge } from '#renderer/components/sign/status-badge.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { ComplaintReport } from '#shared/contract/complaints-report.ts';
import { FEWEST_FOR_SHARE } from './fewest.ts';
import classes from './report.module.css';
import { RowsCount, RowsLink, within } from './rows.tsx';
import { endsOf, speedMarks, speedOptions, type Times } from './speed-chart.ts';

function spanOf(t: Translate, minutes: number | null): string {
  return minutes === null ? t('complaintReport.speed.notReached') : businessSpan(t, minutes);
}

/** The answer in a sentence. */
export function speedFinding(t: Translate, { answer, resolution }: ComplaintReport): string {
  const { medianMinutes: first } = answer;
  const { medianMinutes: last } = resolution;
  if (answer.done + answer.open === 0) return t('complaintReport.speed.none');
  const count = answer.done + answer.open;
  if (count < FEWEST_FOR_SHARE) {
    const done = { answered: answer.done, solved: resolution.done };
    return t('complaintReport.speed.few', { count, ...done });
  }
  if (first === null) return t('complaintReport.speed.unanswered');
  const answered = businessSpan(t, first);
  if (last === null) return t('complaintReport.speed.unsolved', { answered });
  return t('complaintReport.speed.finding', { answered, solved: businessSpan(t, last) });
}

function SpeedBars({ report }: { readonly report: ComplaintReport }) {
  const { t } = useTranslation();
  const ink = useInk();
  const rows = (['answer', 'resolution'] as const).map((step) => {
    const times = report[step];
    return {
      name: t(`complaintReport.speed.${step}`),
      times,
      median: t('complaintReport.speed.half', { span: spanOf(t, times.medianMinutes) }),
      p90: t('complaintReport.speed.most', { span: spanOf(t, times.p90Minutes) }),
    };
  });
  const ends = rows.map((row) => endsOf(row.times));
  const look = { barThickness: 0.9 * ink.rem, borderRadius: 2, grouped: false };
  return (
    <BarChart
      label={t('complaintReport.speed.chartLabel')}
      heightRem={8.5}
      ink={ink}
      data={{
        labels: rows.map((row) => row.name),
        datasets: [
          { ...look, data: ends.map(({ half }) => [0, half]), backgroundColor: ink.top },
          { ...look, data: ends.map(({ half, most }) => [half, most]), backgroundColor: ink.small },
        ],
      }}
      options={speedOptions(rows, t('complaintReport.speed.unit'), ink)}
      marks={speedMarks(rows)}
    />
  );
}

interface Row {
  readonly step: 'answer' | 'resolution';
  readonly times: Times;
}

/** The figures of the table behind the chart. */
function useFigures(report: ComplaintReport) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = (name: 'done' | 'onTime' | 'open') => ({
    title: t(`complaintReport.speed.${name}`),
    cell: ({ times }: Row) => format.number(times[name]),
  });
  const span = (name: 'median' | 'p90') => ({
    title: t(`complaintReport.speed.${name}`),
    cell: ({ times }: Row) => spanOf(t, times[`${name}Minutes`]),
  });
  const late = ({ step, times }: Row) => (
    <RowsCount
      count={times.late}
      text={format.number(times.late)}
      to={within(report, { flags: [step === 'answer' ? 'late-answer' : 'late-solution'] })}
    />
  );
  return [
    span('median'),
    span('p90'),
    figure('done'),
    figure('onTime'),
    { title: t('complaintReport.speed.late'), cell: late },
    figure('open'),
  ];
}

function SpeedTable({ report }: { readonly report: ComplaintReport }) {
  const { t } = useTranslation();
  const figures = useFigures(report);
  const rows: Row[] = [
    { step: 'answer', times: report.answer },
    { step: 'resolution', times: report.resolution },
  ];
  return (
    <DataTable
      label={t('complaintReport.speed.question')}
      rows={rows}
      keyOf={(row) => row.step}
      columns={[
        {
          title: t('complaintReport.speed.step'),
          cell: (row) => t(`complaintReport.speed.${row.step}`),
        },
        ...figures.map((column) => ({ ...column, isNumber: true })),
      ]}
    />
  );
}

/** What has to be known beside the times: who still waits, what came too late, what is left out. */
function Notes({ report }: { readonly report: ComplaintReport }) {
  const { t } = useTranslation();
  const { answer, resolution, open } = report;
  return (
    <ul className={classes.notes}>
      {open > 0 && (
        <li>
          <StatusBadge kind="waiting">
            <RowsLink to={within(report, { flags: ['unresolved'] })}>
              {t('complaintReport.speed.stillOpen', { count: open })}
            </RowsLink>
          </StatusBadge>
          <span>{t('complaintReport.speed.censored')}</span>
        </li>
      )}
      {answer.late > 0 && (
        <li>
          <StatusBadge kind="wrong">
            <RowsLink to={within(report, { flags: ['late-answer'] })}>
              {t('complaintReport.speed.lateAnswer', { count: answer.late })}
            </RowsLink>
          </StatusBadge>
        </li>
      )}
      {resolution.late > 0 && (
        <li>
          <StatusBadge kind="wrong">
            <RowsLink to={within(report, { flags: ['late-solution'] })}>
              {t('complaintReport.speed.lateSolution', { count: resolution.late })}
            </RowsLink>
          </StatusBadge>
        </li>
      )}
      {resolution.leftOut > 0 && (
        <li>{t('complaintReport.speed.leftOut', { count: resolution.leftOut })}</li>
      )}
    </ul>
  );
}

/** How fast complaints get an answer and a solution, in business hours, the waiting ones included. */
export function SpeedCard({ report }: { readonly report: ComplaintReport }) {
  const { t } = useTranslation();
  const hasTimes = report.answer.done + report.answer.open > 0;
  return (
    <QuestionCard
      question={t('complaintReport.speed.question')}
      finding={speedFinding(t, report)}
      plotted={t('complaintReport.speed.plotted')}
      fileName="langgan-keluhan-waktu"
      {...(hasTimes ? { table: <SpeedTable report={report} /> } : {})}
      foot={<Notes report={report} />}
    >
      {hasTimes && <SpeedBars report={report} />}
    </QuestionCard>
  );
}
