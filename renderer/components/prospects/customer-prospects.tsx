import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './prospects.module.css';
import { StepBadge } from './step-badge.tsx';

/** More than these are in the list of prospects, one click away. */
const SHOWN = 5;

/** What this customer may buy, the newest first. */
export function CustomerProspects({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useGo();
  const filter = { customerId };
  const { data } = useQuery('prospects.list', { filter, limit: SHOWN });
  if (data === undefined) return null;
  const { count } = data.sums;
  return (
    <Card
      title={t('prospects.ofCustomer.title')}
      count={format.number(count)}
      actions={
        <Button size="xs" onClick={() => go(`/sales/prospects?new=${customerId}`)}>
          {t('prospects.new')}
        </Button>
      }
    >
      <ul className={classes.few}>
        {data.rows.map((row) => (
          <li key={row.id}>
            <Link href={addressOf({ prospect: row.id })}>{row.title}</Link>
            <span>{t(`prospects.stage.${row.stage}`)}</span>
            <StepBadge row={row} />
          </li>
        ))}
      </ul>
      {count > data.rows.length && (
        <Link href={lists.prospects.showing(filter)}>
          {t('prospects.ofCustomer.all', { count })}
        </Link>
      )}
    </Card>
  );
}
