import { useTranslation } from 'react-i18next';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { addDays } from '#shared/domain/calendar/dates.ts';
import classes from './today.module.css';

const spanDays = 30;

/** How many dates were kept in time, and how often the first answer to a newcomer was ours in time. */
export function KeptPromises() {
  const { t } = useTranslation();
  const format = useFormat();
  const { today } = format;
  const input = { from: addDays(today, -spanDays), to: addDays(today, -1) };
  const { data } = useQuery('followUps.rate', input, { keepPrevious: true });
  // Its line is there before its figures are: what stands below stays where it is.
  if (data === undefined) return <p className={classes.rate}>{'\u00a0'}</p>;
  const { all, proactive } = data;
  if (all.due === 0)
    return <p className={classes.rate}>{t('today.rateNone', { count: spanDays })}</p>;
  return (
    <p className={classes.rate}>
      {t('today.rate', { onTime: all.onTime, count: all.due, days: spanDays })}
      {proactive.due > 0 &&
        ` ${t('today.rateFirst', { onTime: proactive.onTime, count: proactive.due })}`}
    </p>
  );
}
