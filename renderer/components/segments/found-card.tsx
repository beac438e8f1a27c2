import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { DateText, Money } from '#renderer/components/figures.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import type { SegmentId } from '#shared/ids.ts';
import type { Counted } from './conditions-card.tsx';
import classes from './segments.module.css';

type First = Counted['first'][number];

interface Props {
  readonly counted: Counted;
  readonly isCounting: boolean;
  /** The saved segment, where what is on the screen is what was saved. */
  readonly saved: SegmentId | null;
}

function useColumns(): DataColumn<First>[] {
  const { t } = useTranslation();
  const months = useSettings().settings.activeMonths;
  return [
    {
      title: t('customers.column.name'),
      cell: (one) => (
        <Link href={addressOf({ customer: one.id })}>
          {one.name === '' ? t('customers.noName') : one.name}
        </Link>
      ),
    },
    {
      title: t('customers.column.lastPurchase'),
      cell: ({ lastPurchaseOn: on }) =>
        on === null ? t('customers.never') : <DateText iso={on} short />,
    },
    {
      title: t('customers.column.activeRevenue', { months }),
      isNumber: true,
      cell: (one) => <Money minor={one.activeRevenueMinor} />,
    },
  ];
}

function Sums({ counted, isCounting }: Omit<Props, 'saved'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const months = useSettings().settings.activeMonths;
  const { count, customers, activeRevenueMinor, withPhone } = counted;
  const sums = {
    months,
    revenue: format.money(activeRevenueMinor),
    phones: format.number(withPhone),
  };
  return (
    <div className={classes.found} data-stale={isCounting || undefined} role="status">
      <p>
        <b>{t('segments.people', { count })}</b>{' '}
        <span className={classes.quiet}>{t('segments.of', { all: format.number(customers) })}</span>
      </p>
      <p className={classes.quiet}>
        {count === 0 ? t('segments.nobody') : t('segments.sums', sums)}
      </p>
    </div>
  );
}

/** Whom the conditions leave: how many, what they bring, and the first of them. */
export function FoundCard({ counted, isCounting, saved }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = useColumns();
  const { count, first, through } = counted;
  return (
    <Card>
      <Sums counted={counted} isCounting={isCounting} />
      {through < format.today && (
        <p className={classes.quiet}>{t('segments.through', { date: format.date(through) })}</p>
      )}
      {first.length > 0 && (
        <DataTable
          label={t('segments.first')}
          rows={first}
          keyOf={(one) => String(one.id)}
          columns={columns}
        />
      )}
      {saved !== null && count > 0 && (
        <p>
          <Link href={lists.customers.showing({ segment: saved })}>{t('segments.seeAll')}</Link>
        </p>
      )}
    </Card>
  );
}
