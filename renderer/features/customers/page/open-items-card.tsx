import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { ClockSign } from '#renderer/components/complaint-clock.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './open-items.module.css';

const OPEN = ['received', 'answered', 'diagnosed', 'resolved', 'improved'] as const;

/** Complaints of this customer that have not come to their end, each with what it waits for. */
export function OpenItemsCard({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation();
  const filter = { customerId, states: [...OPEN] };
  const { data } = useQuery('complaints.list', { filter, limit: 10 });
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <Card title={t('customer.openItems')} count={data.rows.length}>
      <ul className={classes.items}>
        {data.rows.map((row) => (
          <li key={row.id}>
            <Link href={addressOf({ complaint: row.id })}>{row.title}</Link>
            {row.clock !== null && <ClockSign clock={row.clock} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
