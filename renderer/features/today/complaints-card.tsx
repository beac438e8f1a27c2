import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { lists } from '#renderer/base/lists.ts';
import { addressOf, useGo } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { ClockSign } from '#renderer/components/complaint-clock.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { ComplaintRow } from '#shared/contract/complaints-page.ts';
import classes from './today.module.css';

function Line({ row, isFirst }: { readonly row: ComplaintRow; readonly isFirst: boolean }) {
  const { t } = useTranslation();
  const go = useGo();
  const what = row.state === 'received' ? 'answer' : row.clock?.what === 'check' ? 'look' : 'goOn';
  const who = row.customerName ?? t(`today.kind.${row.kind}`);
  const word = t(`today.complaint.${what}`);
  return (
    <li className={classes.complaint}>
      <span className={classes.who}>
        <span className={classes.name}>
          <Link href={addressOf({ complaint: row.id })}>{who}</Link>
        </span>
        <span className={classes.reason}>{row.title}</span>
      </span>
      <Button
        size="xs"
        variant={isFirst ? 'filled' : 'default'}
        aria-label={`${word}: ${row.title}`}
        onClick={() => go({ complaint: row.id })}
      >
        {word}
      </Button>
      {row.clock !== null && (
        <span className={classes.clock}>
          <ClockSign clock={row.clock} />
        </span>
      )}
    </li>
  );
}

/** Complaints that wait for us, the most urgent first, each with its clock. */
export function ComplaintsCard() {
  const { t } = useTranslation();
  const { data } = useQuery('complaints.waiting', { limit: 5 });
  const reviews = useQuery('reviews.summary', {}).data?.waiting ?? 0;
  if (data === undefined) return null;
  return (
    <Card
      title={t('today.complaints')}
      count={data.count > 0 ? data.count : undefined}
      padded={false}
      ruled
    >
      {data.rows.length === 0 ? (
        <p className={classes.none}>{t('today.noComplaints')}</p>
      ) : (
        <ul className={classes.rows}>
          {data.rows.map((row, index) => (
            <Line key={row.id} row={row} isFirst={index === 0} />
          ))}
        </ul>
      )}
      {data.count > data.rows.length && (
        <p className={classes.none}>
          <Link href={lists.complaints.showing({ flags: ['waits-for-us'] })}>
            {t('today.complaintsAll', { count: data.count })}
          </Link>
        </p>
      )}
      {reviews > 0 && (
        <p className={classes.none}>
          <Link href={addressOf('reviews')}>{t('today.reviews', { count: reviews })}</Link>
        </p>
      )}
    </Card>
  );
}
