import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { UndoneNote } from '#renderer/components/changes/undone-note.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useCommand } from '#renderer/data/use-command.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './joined-card.module.css';

/** Whether somebody else may be the same person; nothing where nobody is. */
function MaybeSame({ id }: { readonly id: CustomerId }) {
  const { t } = useTranslation();
  const { data } = useQuery('customers.same', { of: id, limit: 1 });
  if (data === undefined) return null;
  const { certain, likely } = data.counts;
  const count = certain + likely;
  if (count === 0) return null;
  return (
    <p className={classes.look}>
      {t('customers.samePerson.look', { count })}{' '}
      <Link href={`${addressOf('samePerson')}?of=${id}`}>{t('customers.samePerson.lookAt')}</Link>
    </p>
  );
}

interface RecordProps {
  readonly record: Output<'customers.joined'>['records'][number];
  readonly isRunning: boolean;
  onTakeApart(): void;
}

function JoinedRecord({ record, isRunning, onTakeApart }: RecordProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const called = (name: string) => (name === '' ? t('customers.noName') : name);
  const { name, at, through } = record;
  return (
    <li>
      <span>
        <b>{called(name)}</b>
        <small>
          {through === null
            ? t('customers.samePerson.joinedOn', { day: format.date(format.dayOf(at)) })
            : t('customers.samePerson.through', { name: called(through.name) })}
        </small>
      </span>
      {through === null && (
        <Button
          size="xs"
          loading={isRunning}
          aria-label={t('customers.samePerson.takeApartOf', { name: called(name) })}
          onClick={onTakeApart}
        >
          {t('customers.samePerson.takeApart')}
        </Button>
      )}
    </li>
  );
}

/** Of which records a customer was made, each to be taken apart; and into which this one was merged. */
export function JoinedCard({ id }: { readonly id: CustomerId }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data } = useQuery('customers.joined', { id });
  const apart = useCommand('customers.takeApart');
  const [undone, setUndone] = useState<Output<'customers.takeApart'> | null>(null);
  const called = (name: string) => (name === '' ? t('customers.noName') : name);
  const run = async (recordId: CustomerId) => {
    const result = await apart.run({ id: recordId });
    if (result.ok) setUndone(result.value);
  };
  const records = data?.records ?? [];
  const into = data?.into ?? null;
  return (
    <>
      {into === null && <MaybeSame id={id} />}
      {undone !== null && <UndoneNote undone={undone} />}
      {apart.error !== null && <ErrorState error={apart.error} />}
      {into !== null && (
        <p className={classes.look}>
          {t('customers.samePerson.isPart')}{' '}
          <Link href={addressOf({ customer: into.id })}>{called(into.name)}</Link>
        </p>
      )}
      {records.length > 0 && (
        <Card title={t('customers.samePerson.joined')} count={format.number(records.length)}>
          <ul className={classes.records}>
            {records.map((record) => (
              <JoinedRecord
                key={record.id}
                record={record}
                isRunning={apart.isRunning}
                onTakeApart={() => void run(record.id)}
              />
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
