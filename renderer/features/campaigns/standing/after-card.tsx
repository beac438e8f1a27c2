import { Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { CellLink } from '#renderer/components/chart/data-table.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { CountField } from '#renderer/components/fields/count-field.tsx';
import { Money } from '#renderer/components/figures.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { BehindAfter } from '#shared/contract/campaigns/standing-after.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import type { StandingCampaignId } from '#shared/ids.ts';
import classes from '../campaigns.module.css';
import { AfterDialog } from './after-dialog.tsx';

const periods = ['30', '90', '365', 'all'] as const;
type Period = (typeof periods)[number];

/** Before any message of any shop. */
const beginning = '2000-01-01';
/** Fewer people than this say nothing. */
const least = 30;

type After = Output<'standing.after'>;
type Asked = Input<'standing.after'>;

/** The counts, each opening who or what it counts. */
function Figures({ after, asked }: { readonly after: After; readonly asked: Asked }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<BehindAfter | null>(null);
  const figure = (of: BehindAfter, count: number) => {
    const what = t(`standing.after.${of === 'open' ? 'openSeen' : of}`);
    if (count === 0) return format.number(0);
    return (
      <CellLink label={t('campaigns.seeWho', { what, count })} onClick={() => setOpen(of)}>
        {format.number(count)}
      </CellLink>
    );
  };
  return (
    <>
      <dl className={classes.counts}>
        <div>
          <dt>{t('standing.after.messages')}</dt>
          <dd>{format.number(after.messages)}</dd>
        </div>
        {(['people', 'buyers', 'sales'] as const).map((of) => (
          <div key={of}>
            <dt>{t(`standing.after.${of}`)}</dt>
            <dd>{figure(of, after[of])}</dd>
          </div>
        ))}
        <div data-sum>
          <dt>{t('standing.after.revenue')}</dt>
          <dd>
            <Money minor={after.revenueMinor} />
          </dd>
        </div>
        {after.open > 0 && (
          <div>
            <dt>{t('standing.after.openSeen')}</dt>
            <dd>{figure('open', after.open)}</dd>
          </div>
        )}
      </dl>
      {open !== null && <AfterDialog asked={asked} of={open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** How far the figures can be trusted. */
function Sentences({ after }: { readonly after: After }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { people, buyers, open, through } = after;
  const share = format.percent(buyers / Math.max(1, people), 1);
  return (
    <>
      <p role="status">
        {people < least
          ? t('standing.after.few', { least: format.number(least) })
          : t('standing.after.share', { share })}
      </p>
      {open > 0 && (
        <p>{t('standing.after.open', { count: open, through: format.date(through) })}</p>
      )}
      <p className={classes.quiet}>{t('standing.after.caution')}</p>
    </>
  );
}

/** What was sold after the messages of a standing campaign, in the time that is chosen. */
export function AfterCard({ id }: { readonly id: StandingCampaignId }) {
  const { t } = useTranslation();
  const { today } = useSettings();
  const [period, setPeriod] = useState<Period>('90');
  const [days, setDays] = useState(14);
  const from = period === 'all' ? beginning : addDays(today, 1 - Number(period));
  const asked = { id, from, to: today, days };
  const { data, error, refetch } = useQuery('standing.after', asked, { keepPrevious: true });
  return (
    <Card title={t('standing.after.title')} ruled>
      <div className={classes.turn}>
        <div className={classes.acts}>
          <Select
            label={t('standing.after.period')}
            allowDeselect={false}
            data={periods.map((value) => ({ value, label: t(`standing.after.periods.${value}`) }))}
            value={period}
            onChange={(value) => value !== null && setPeriod(value as Period)}
          />
          <CountField
            label={t('standing.after.days')}
            description={t('standing.after.daysHint')}
            range={{ from: 1, to: 180 }}
            value={days}
            onChange={(count) => count !== null && setDays(count)}
          />
        </div>
        {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
        {data?.messages === 0 && <p role="status">{t('standing.after.none')}</p>}
        {data !== undefined && data.messages > 0 && (
          <>
            <Figures after={data} asked={asked} />
            <Sentences after={data} />
          </>
        )}
      </div>
    </Card>
  );
}
