import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { addMonths } from '#shared/domain/calendar/dates.ts';
import classes from './privacy.module.css';

const MONTHS_A_YEAR = 12;

function Counted({ years, since }: { readonly years: number; readonly since: string }) {
  const { t } = useTranslation();
  const filter = { quietSince: since };
  const { data } = useQuery('customers.summary', { filter });
  if (data === undefined || data.count === 0) return null;
  return (
    <p className={classes.quiet}>
      <Link href={lists.customers.showing(filter)}>
        {t('privacy.quiet.people', {
          count: data.count,
          years: t('privacy.quiet.years', { count: years }),
        })}
      </Link>
    </p>
  );
}

/** How many customers had nothing with the shop for as long as is settled, and the way to them; nothing where there are none. */
export function QuietLine() {
  const { settings, today } = useSettings();
  const { quietYears } = settings;
  if (quietYears === null) return null;
  return <Counted years={quietYears} since={addMonths(today, -quietYears * MONTHS_A_YEAR)} />;
}
