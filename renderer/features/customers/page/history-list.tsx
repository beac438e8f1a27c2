import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Translate } from '#renderer/base/i18n.ts';
import { addressOf } from '#renderer/base/routes.ts';
import { columnName, toldOf, valueText } from '#renderer/components/changes/words.ts';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { useUndo } from '#renderer/data/use-undo.tsx';
import type { Output } from '#shared/contract/index.ts';
import { type CustomerId, customerId } from '#shared/ids.ts';
import classes from './history-list.module.css';

type Batch = Output<'history.ofCustomer'>[number];

type Change = Batch['changes'][number];

/** How far back the list goes; with more it says so. */
const MOST_SHOWN = 200;

/** What is written down about a customer; their sales, dates and complaints have pages of their own. */
const RECORD = [
  'customers',
  'contact_points',
  'addresses',
  'customer_tags',
  'customer_identifiers',
  'custom_values',
];

/** The edits of a batch: of the record, and of notes that were there before. */
function editsOf({ changes }: Batch): readonly Change[] {
  const wasThere = (entity: string) =>
    changes.some((change) => change.entity === entity && change.before !== null);
  return changes.filter(
    ({ entity, field }) =>
      toldOf(entity, field) !== null &&
      (RECORD.includes(entity) || (entity === 'interactions' && wasThere(entity))),
  );
}

function CustomerName({ id }: { readonly id: CustomerId }) {
  const { t } = useTranslation();
  const { data } = useQuery('customers.get', { id });
  const name = data?.facts.name ?? '';
  const text = name === '' ? t('customer.byId', { id }) : name;
  return <Link href={addressOf({ customer: id })}>{text}</Link>;
}

function Value({ change, value }: { readonly change: Change; readonly value: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const told = toldOf(change.entity, change.field);
  const who = change.field === 'recommended_by' ? customerId.safeParse(Number(value)) : null;
  if (who?.success) return <CustomerName id={who.data} />;
  return told === null
    ? null
    : valueText(t, format, told, { stored: value, name: null, type: change.own?.type });
}

function Changes({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const empty = <span className={classes.quiet}>{t('history.emptyValue')}</span>;
  return (
    <dl className={classes.changes}>
      {editsOf(batch).map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a recorded change never moves
        <div key={`${change.entity} ${change.field} ${index}`}>
          <dt>{change.own?.name ?? columnName(t, change.entity, change.field)}</dt>
          <dd>
            {change.before === null ? (
              empty
            ) : (
              <s>
                <span className={classes.hidden}>{t('history.before')}: </span>
                <Value change={change} value={change.before} />
              </s>
            )}
            <span aria-hidden="true">{' → '}</span>
            <span className={classes.hidden}>{t('history.after')}: </span>
            {change.after === null ? empty : <Value change={change} value={change.after} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What came of a batch, and of a customer who was added what they were added with. */
function deedText(t: Translate, batch: Batch): string {
  const has = (entity: string, value: (change: Change) => boolean) =>
    batch.changes.some((change) => change.entity === entity && value(change));
  const isNamed = has('customers', ({ field, after }) => field === 'name' && after !== null);
  const isReached = has('contact_points', ({ after }) => after === 'phone');
  if (batch.deed !== 'customerAdded' || !(isNamed || isReached))
    return t(`history.deed.${batch.deed}`);
  return t(`history.addedWith.${isNamed && isReached ? 'both' : isNamed ? 'name' : 'phone'}`);
}

function Entry({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { undo } = useUndo();
  const [isRunning, setRunning] = useState(false);
  const takeBack = async () => {
    setRunning(true);
    await undo(batch.id).finally(() => setRunning(false));
  };
  const what = deedText(t, batch);
  const canUndo = batch.undoneAt === null && batch.kind !== 'undo' && batch.kind !== 'import';
  return (
    <li className={classes.entry}>
      <div className={classes.head}>
        <b>{batch.kind === 'undo' ? t('app.undoneWhat', { what }) : what}</b>
        <span className={classes.quiet}>{format.moment(batch.at)}</span>
        {batch.undoneAt !== null && (
          <span className={classes.quiet}>
            {t('history.undone', { date: format.date(format.dayOf(batch.undoneAt)) })}
          </span>
        )}
        {canUndo && (
          <Button size="xs" ml="auto" loading={isRunning} onClick={() => void takeBack()}>
            {t('history.undo')}
          </Button>
        )}
      </div>
      {batch.kind !== 'create' && editsOf(batch).length > 0 && <Changes batch={batch} />}
    </li>
  );
}

/** Every change of the record with what it was before, each of which can be taken back. */
export function HistoryList({ customerId }: { readonly customerId: CustomerId }) {
  const { t } = useTranslation();
  const { data, error } = useQuery('history.ofCustomer', { customerId, limit: MOST_SHOWN });
  if (error !== null) return <ErrorState error={error.error} />;
  if (data === undefined) return null;
  const edited = data.filter((batch) => editsOf(batch).length > 0);
  const isCut = data.length === MOST_SHOWN;
  if (edited.length === 0 && !isCut) return <p className={classes.empty}>{t('history.empty')}</p>;
  return (
    <>
      <ol>
        {edited.map((batch) => (
          <Entry key={batch.id} batch={batch} />
        ))}
      </ol>
      {isCut && <p className={classes.empty}>{t('history.cut', { count: MOST_SHOWN })}</p>}
    </>
  );
}
