import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useSettings } from '#renderer/data/settings.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useSaleTitle } from '../use-sale-title.ts';
import classes from './entry.module.css';

/** What today has brought so far, by how it was paid. */
function Today() {
  const { t } = useTranslation();
  const format = useFormat();
  const { today } = useSettings();
  const { data } = useQuery('sales.draft', { soldOn: today });
  if (data === undefined) return null;
  const nameOf = (method: string | null, isOnAccount: boolean) => {
    if (isOnAccount) return t('sales.entry.onAccount');
    return method ?? t('sales.entry.noMethod');
  };
  return (
    <Card title={t('sales.entry.today')} count={t('sales.entry.count', { count: data.count })}>
      <p className={classes.big}>{format.money(data.totalMinor)}</p>
      <dl className={classes.sums}>
        {data.methods.map(({ method, isOnAccount, totalMinor }) => (
          <div className={classes.sum} key={`${method} ${isOnAccount}`}>
            <dt>{nameOf(method, isOnAccount)}</dt>
            <dd>{format.money(totalMinor)}</dd>
          </div>
        ))}
        {data.shippingMinor > 0 && (
          <div className={classes.sum}>
            <dt>{t('sales.entry.besideShipping')}</dt>
            <dd>{format.money(data.shippingMinor)}</dd>
          </div>
        )}
      </dl>
    </Card>
  );
}

const mostShown = 8;

function Last() {
  const { t } = useTranslation();
  const format = useFormat();
  const titleOf = useSaleTitle();
  const { today } = useSettings();
  const { data } = useQuery('sales.list', { filter: { soldTo: today }, limit: mostShown });
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Card
      title={t('sales.entry.last')}
      actions={<Link href={addressOf('sales')}>{t('sales.entry.all')}</Link>}
    >
      <ul className={classes.last}>
        {data.rows.map((sale) => (
          <li key={sale.id}>
            <Link href={addressOf({ sale: sale.id })}>{titleOf(sale)}</Link>
            <span>{format.money(sale.totalMinor)}</span>
            <span className={classes.quiet}>{sale.customerName ?? t('sales.nobody')}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** Today so far, and the last sales. */
export function EntryBeside() {
  return (
    <aside className={classes.beside}>
      <Today />
      <Last />
    </aside>
  );
}
