import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '#renderer/components/card.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { RecordChange } from '#shared/contract/history.ts';
import type { Output } from '#shared/contract/index.ts';
import { ChangedRecord } from './changed-record.tsx';
import classes from './changes.module.css';
import { DeedItem } from './deed-item.tsx';

const FIRST = 20;
/** How far back a record's own card goes; with more it says so. */
const MOST = 200;

type Answer = Output<'history.changes'>;

function Deeds({ answer }: { readonly answer: Answer }) {
  return (
    <ol>
      {answer.deeds.map((entry) => (
        <DeedItem key={entry.id} entry={entry}>
          <ul className={classes.inside}>
            {answer.rows
              .filter(({ batchId }) => batchId === entry.id)
              .map((change) => (
                <ChangedRecord key={change.id} change={change} />
              ))}
          </ul>
        </DeedItem>
      ))}
    </ol>
  );
}

/** What was done to one record and its parts, newest first, each of which can be undone. */
export function RecordChanges({ record }: { readonly record: NonNullable<RecordChange['place']> }) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(FIRST);
  const { data, error, refetch } = useQuery(
    'history.changes',
    { of: { record }, limit },
    { keepPrevious: true },
  );
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  if (data.rows.length === 0) return <p className={classes.more}>{t('history.empty')}</p>;
  return (
    <>
      <Deeds answer={data} />
      {data.next !== null && limit < MOST && (
        <p className={classes.more}>
          <Button size="xs" onClick={() => setLimit(MOST)}>
            {t('history.older')}
          </Button>
        </p>
      )}
      {data.next !== null && limit === MOST && (
        <p className={classes.more}>{t('history.mostShown', { count: MOST })}</p>
      )}
    </>
  );
}

/** The same in a card of its own, for the page of a record. */
export function ChangesCard({ record }: { readonly record: NonNullable<RecordChange['place']> }) {
  const { t } = useTranslation();
  return (
    <Card title={t('history.title')} padded={false}>
      <RecordChanges record={record} />
    </Card>
  );
}
