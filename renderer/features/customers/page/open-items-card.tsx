import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { ClockSign } from '#renderer/components/complaint-clock.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './open-items.module.css';

const OPEN = ['received', 'answered', 'diagnosed', 'resolved', 'improved'] as const;

/** More than these are in the list of complaints, one click away. */
const SHOWN = 10;

/** Complaints of this customer that have not come to their end, each with what it waits for. */
export function OpenItemsCard({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation();
  const filter = { customerId, states: [...OPEN] };
  const { data } = useQuery('complaints.list', { filter, limit: SHOWN });
  const { data: summary } = useQuery('complaints.summary', { filter });
  if (data === undefined || summary === undefined || data.rows.length === 0) return null;
  const { count } = summary;
  return (
    <Card title={t('customer.openItems')} count={count}>
      <ul className={classes.items}>
        {data.rows.map((row) => (
          <li key={row.id}>
            <Link href={addressOf({ complaint: row.id })}>{row.title}</Link>
            {row.clock !== null && <ClockSign clock={row.clock} />}
          </li>
        ))}
      </ul>
      {count > data.rows.length && (
        <p>
          <Link href={lists.complaints.showing(filter)}>
            {t('customer.openItemsAll', { count })}
          </Link>
        </p>
      )}
    </Card>
  );
}
