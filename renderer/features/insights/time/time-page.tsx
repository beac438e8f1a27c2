import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import classes from '../insights.module.css';
import { NothingYet, TabPage } from '../tab-page.tsx';
import { useLookedFrom } from '../use-looked-from.ts';
import { ForecastCard } from './forecast-card.tsx';
import { HourCard } from './hour-card.tsx';
import { LebaranCard } from './lebaran-card.tsx';
import { MonthCard } from './month-card.tsx';
import { SeasonCard } from './season-card.tsx';
import { WeekdayCard } from './weekday-card.tsx';
import type { Time } from './words.ts';

/** What is said where no whole day has a sale: none at all, the first one today, or none yet by that day. */
function Nothing() {
  const { t } = useTranslation();
  const { data: sold } = useQuery('insights.sales', {});
  if (sold === undefined) return null;
  if (sold.lastOn === null) return <NothingYet />;
  return <EmptyState title={t('insights.time.none')} text={t('insights.time.noneText')} />;
}

function Cards({ time }: { readonly time: Time }) {
  return (
    <div className={classes.cards}>
      <MonthCard time={time} />
      <ForecastCard unit="weeks" forecast={time.weeks} />
      <ForecastCard unit="months" forecast={time.nextMonths} />
      {time.lebaran !== null && <LebaranCard years={time.lebaran} />}
      <SeasonCard time={time} />
      <WeekdayCard time={time} />
      <HourCard time={time} />
    </div>
  );
}

/** When is sold, and what comes next; of all sales, whether they name their buyer or not. */
export function TimePage() {
  const { t } = useTranslation();
  const { on } = useLookedFrom();
  const asked = useQuery('insights.time', { on }, { keepPrevious: true });
  return (
    <TabPage
      lead={
        asked.data?.leavesOutToday === true
          ? `${t('insights.time.lead')} ${t('insights.time.today')}`
          : t('insights.time.lead')
      }
      asked={asked}
    >
      {(time) => (time.firstOn === null ? <Nothing /> : <Cards time={time} />)}
    </TabPage>
  );
}
