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
import type { Output } from '#shared/contract/index.ts';
import classes from './same.module.css';

type Decided = Output<'customers.decided'>;

function Cut({ shown, count }: { readonly shown: number; readonly count: number }) {
  const { t } = useTranslation();
  if (shown >= count) return null;
  return <p className={classes.quiet}>{t('customers.samePerson.cut', { shown, count })}</p>;
}

/** Records that were merged, each to be taken apart again. */
export function MergedList({ decided }: { readonly decided: Decided }) {
  const { t } = useTranslation();
  const format = useFormat();
  const apart = useCommand('customers.takeApart');
  const [undone, setUndone] = useState<Output<'customers.takeApart'> | null>(null);
  const called = (name: string) => (name === '' ? t('customers.noName') : name);
  const run = async (id: Decided['merged'][number]['record']['id']) => {
    const result = await apart.run({ id });
    if (result.ok) setUndone(result.value);
  };
  return (
    <Card fills>
      {undone !== null && <UndoneNote undone={undone} />}
      {apart.error !== null && <ErrorState error={apart.error} />}
      {decided.mergedCount === 0 && <p>{t('customers.samePerson.noneMerged')}</p>}
      <ul className={classes.rows}>
        {decided.merged.map(({ record, into, at, isThrough }) => (
          <li key={record.id}>
            <span>
              <Link href={addressOf({ customer: into.id })}>
                {t('customers.samePerson.mergedInto', {
                  ...{ record: called(record.name), into: called(into.name) },
                })}
              </Link>
              <small>
                {isThrough ? t('customers.samePerson.throughFirst') : format.moment(at)}
              </small>
            </span>
            {!isThrough && (
              <Button
                size="xs"
                loading={apart.isRunning}
                aria-label={t('customers.samePerson.takeApartOf', { name: called(record.name) })}
                onClick={() => void run(record.id)}
              >
                {t('customers.samePerson.takeApart')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Cut shown={decided.merged.length} count={decided.mergedCount} />
    </Card>
  );
}

/** Pairs that are two people, each to be asked about again. */
export function ApartList({ decided }: { readonly decided: Decided }) {
  const { t } = useTranslation();
  const again = useCommand('customers.offerAgain');
  const called = (name: string) => (name === '' ? t('customers.noName') : name);
  return (
    <Card fills>
      {again.error !== null && <ErrorState error={again.error} />}
      {decided.apartCount === 0 && <p>{t('customers.samePerson.noneApart')}</p>}
      <ul className={classes.rows}>
        {decided.apart.map(({ id, one, other }) => {
          const names = { one: called(one.name), other: called(other.name) };
          return (
            <li key={id}>
              <span>{t('customers.samePerson.pair', { kept: names.one, other: names.other })}</span>
              <Button
                size="xs"
                aria-label={t('customers.samePerson.againOf', names)}
                onClick={() => void again.run({ id }, t('customers.samePerson.againDone', names))}
              >
                {t('customers.samePerson.again')}
              </Button>
            </li>
          );
        })}
      </ul>
      <Cut shown={decided.apart.length} count={decided.apartCount} />
    </Card>
  );
}
