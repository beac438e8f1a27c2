import { Button } from '@mantine/core';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Translate } from '#renderer/app/i18n.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { dayOfInstant } from '#renderer/components/format-date.ts';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Output } from '#shared/contract/index.ts';
import { isIsoDate } from '#shared/domain/dates.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from './history-list.module.css';

type Batch = Output<'history.ofCustomer'>[number];

/** A journalled field (`birthday_on` or `birthdayOn`) in the owner's words. */
export function fieldText(t: Translate, field: string): string {
  const camel = field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const key = `customer.field.${camel}`;
  const loose = t as unknown as (key: string) => string;
  return i18next.exists(key) ? loose(key) : t('customer.field.other');
}

function Changes({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = (value: string) => (isIsoDate(value) ? format.date(value) : value);
  const empty = <span className={classes.quiet}>{t('history.emptyValue')}</span>;
  return (
    <dl className={classes.changes}>
      {batch.changes.map(({ entity, field, before, after }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a recorded change never moves
        <div key={`${entity} ${field} ${index}`}>
          <dt>{fieldText(t, field)}</dt>
          <dd>
            {before === null ? (
              empty
            ) : (
              <s>
                <span className={classes.hidden}>{t('history.before')}: </span>
                {shown(before)}
              </s>
            )}
            <span aria-hidden="true">{' → '}</span>
            <span className={classes.hidden}>{t('history.after')}: </span>
            {after === null ? empty : shown(after)}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Entry({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { undo } = useUndo();
  const [isRunning, setRunning] = useState(false);
  const takeBack = async () => {
    setRunning(true);
    await undo(batch.id, t(`history.kind.${batch.kind}`)).finally(() => setRunning(false));
  };
  const canUndo = batch.undoneAt === null && batch.kind !== 'undo' && batch.kind !== 'import';
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <b>{t(`history.kind.${batch.kind}`)}</b>
        <span className={classes.quiet}>
          {format.date(dayOfInstant(batch.at))} {format.time(batch.at)}
        </span>
        {batch.undoneAt !== null && (
          <span className={classes.quiet}>
            {t('history.undone', { date: format.date(dayOfInstant(batch.undoneAt)) })}
          </span>
        )}
        {canUndo && (
          <Button size="xs" ml="auto" loading={isRunning} onClick={() => void takeBack()}>
            {t('history.undo')}
          </Button>
        )}
      </div>
      {batch.kind !== 'create' && batch.changes.length > 0 && <Changes batch={batch} />}
    </li>
  );
}

/** Every change of the record with what it was before, each of which can be taken back. */
export function HistoryList({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation();
  const { data, error } = useQuery('history.ofCustomer', { customerId });
  if (error !== null) return <ErrorState error={error.error} />;
  if (data === undefined) return null;
  if (data.length === 0) return <p className={classes.empty}>{t('history.empty')}</p>;
  return (
    <ol>
      {data.map((batch) => (
        <Entry key={batch.id} batch={batch} />
      ))}
    </ol>
  );
}
