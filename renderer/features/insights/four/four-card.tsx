import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { LabelledBars } from '#renderer/components/chart/labelled-bars.tsx';
import { QuestionCard } from '#renderer/components/chart/question-card.tsx';
import { WhoButton } from '#renderer/components/chart/who-button.tsx';
import { useReportPeriod } from '#renderer/components/report-period.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { textOfDays } from '#shared/contract/days.ts';
import type { Output } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import { SeeWho } from '../see-who.tsx';
import { useLookedFrom } from '../use-looked-from.ts';
import { DatesDialog } from './dates-dialog.tsx';
import { type FourRow, fourBars, fourFinding, fourOf, partText } from './four.ts';

type ComingBack = Output<'insights.comingBack'>;
type Days = { readonly from: string; readonly to: string };

function useColumns(): DataColumn<FourRow>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    { title: t('insights.four.what'), cell: ({ what }) => t(`insights.four.names.${what}`) },
    { title: t('insights.four.now'), cell: ({ now }) => partText(t, format, now) },
    { title: t('insights.four.before'), cell: ({ before }) => partText(t, format, before) },
    {
      title: t('insights.four.change'),
      cell: ({ changed }) => t(`insights.four.changed.${changed}`),
    },
  ];
}

/** What a time holds of what is not in the sales alone; contacts of today may still be kept in time. */
function useTime(days: Days, on: string | null, isAsked: boolean) {
  const { today } = useFormat();
  const last = days.to < today ? days.to : addDays(today, -1);
  const kept = { from: days.from, to: last };
  const options = { keepPrevious: true, enabled: isAsked };
  const rate = useQuery('followUps.rate', kept, options).data;
  const report = useQuery('complaints.report', days, options).data;
  const referrals = useQuery('insights.referrals', { on }, options).data;
  if (rate === undefined || report === undefined || referrals === undefined) return null;
  return { kept, rate, again: report.boughtAgain, referrals };
}

function Rows({ data, rows, kept }: { data: ComingBack; rows: readonly FourRow[]; kept: Days }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const [, navigate] = useLocation();
  const choose = useReportPeriod(({ choose: chosen }) => chosen);
  const [retention, relationship, referral, recovery] = rows;
  const [latest] = data.repeat;
  const days = { from: data.active.from, to: data.through };
  const came = { firstFrom: days.from, firstTo: days.to };
  return (
    <>
      {latest !== undefined && (
        <SeeWho
          count={retention?.now.part ?? 0}
          filter={{ boughtIn: [textOfDays(latest.before), textOfDays(latest)] }}
          text={t('insights.four.seeRetention')}
        />
      )}
      {(relationship?.now.of ?? 0) > 0 && (
        <WhoButton text={t('insights.four.seeRelationship')} onClick={() => setOpen(true)} />
      )}
      <SeeWho
        count={referral?.now.part ?? 0}
        filter={{ ...came, referral: 'referred' }}
        text={t('insights.four.seeReferral')}
      />
      {(recovery?.now.of ?? 0) > 0 && (
        <WhoButton
          text={t('insights.four.seeRecovery')}
          onClick={() => {
            choose('own', days);
            navigate(addressOf('complaintReport'));
          }}
        />
      )}
      {isOpen && <DatesDialog days={kept} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The four R of keeping customers: retention, relationship, referral, recovery. */
export function FourCard({ data }: { readonly data: ComingBack }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns();
  const { on } = useLookedFrom();
  const days = { from: data.active.from, to: data.through };
  const before = data.repeat[0]?.before ?? null;
  const now = useTime(days, on, true);
  const then = useTime(before ?? days, before?.to ?? null, before !== null);
  if (now === null || (before !== null && then === null)) return null;
  const rows = fourOf({ ...now, repeat: data.repeat }, before === null ? null : then);
  const title = t('insights.four.question');
  return (
    <QuestionCard
      question={title}
      finding={fourFinding(t, rows)}
      plotted={`${t('insights.four.plotted', {
        from: format.date(days.from, true),
        to: format.date(days.to, true),
      })} ${t('insights.four.how', { days: now.again.days })}`}
      fileName="langgan-empat-r"
      table={<DataTable label={title} rows={rows} keyOf={({ what }) => what} columns={columns} />}
      foot={<Rows data={data} rows={rows} kept={now.kept} />}
    >
      <LabelledBars label={t('insights.four.chartLabel')} bars={fourBars(t, format, rows)} />
    </QuestionCard>
  );
}
