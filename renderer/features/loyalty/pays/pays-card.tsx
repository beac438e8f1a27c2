import { Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { Card } from '#renderer/components/card.tsx';
import { type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { WhoButton } from '#renderer/components/chart/who-button.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { DateText } from '#renderer/components/figures.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CustomerId } from '#shared/ids.ts';
import classes from '../loyalty.module.css';
import { broughtWords, costWords, type Pays } from './pays-words.ts';

interface Person {
  readonly customerId: CustomerId;
  readonly name: string;
}

function useNameColumn(): DataColumn<Person> {
  const { t } = useTranslation();
  return {
    title: t('loyalty.pays.customer'),
    cell: ({ customerId, name }) => (
      <Link href={addressOf({ customer: customerId })}>
        {name === '' ? t('customers.noName') : name}
      </Link>
    ),
  };
}

function Spenders({ pays }: { readonly pays: Pays }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useNameColumn();
  return (
    <DataTable<Pays['spenders'][number]>
      label={t('loyalty.pays.seeSpenders')}
      rows={pays.spenders}
      keyOf={({ customerId }) => String(customerId)}
      columns={[
        name,
        {
          title: t('loyalty.pays.points'),
          isNumber: true,
          cell: ({ points }) => format.number(points),
        },
        {
          title: t('loyalty.pays.taken'),
          isNumber: true,
          cell: ({ offMinor }) => format.money(offMinor),
        },
        {
          title: t('loyalty.pays.given'),
          isNumber: true,
          cell: ({ rewards }) => format.number(rewards),
        },
      ]}
    />
  );
}

function Compared({ pays }: { readonly pays: Pays }) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useNameColumn();
  return (
    <DataTable<Pays['compared']['rows'][number]>
      label={t('loyalty.pays.seeCompared')}
      rows={pays.compared.rows}
      keyOf={({ customerId }) => String(customerId)}
      columns={[
        name,
        { title: t('loyalty.pays.first'), cell: ({ firstOn }) => <DateText iso={firstOn} short /> },
        {
          title: t('loyalty.pays.minor'),
          isNumber: true,
          cell: ({ minor }) => format.money(minor),
        },
        {
          title: t('loyalty.pays.othersMinor'),
          isNumber: true,
          cell: ({ othersMinor }) => format.rounded(othersMinor),
        },
        {
          title: t('loyalty.pays.others'),
          isNumber: true,
          cell: ({ others }) => format.number(others),
        },
      ]}
    />
  );
}

interface OpenerProps {
  readonly text: string;
  readonly shown: number;
  readonly count: number;
  readonly children: ReactNode;
}

/** A button that opens the people behind a sentence. */
function Opener({ text, shown, count, children }: OpenerProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <>
      <WhoButton text={text} onClick={() => setOpen(true)} />
      <Modal opened={isOpen} onClose={() => setOpen(false)} size="xl" title={text}>
        {shown < count && <p>{t('loyalty.pays.capped', { shown, count })}</p>}
        {children}
      </Modal>
    </>
  );
}

/** What points have cost in twelve months, and whether those who spend them buy more than others like them. */
export function PaysCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error, refetch } = useQuery('loyalty.pays', {}, { keepPrevious: true });
  if (error !== null) return <ErrorState error={error.error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const { people, spenders, compared } = data;
  const brought = broughtWords(t, format, data);
  return (
    <Card title={t('loyalty.pays.title')}>
      <p className={classes.finding}>{costWords(t, format, data)}</p>
      {brought !== null && <p>{brought}</p>}
      <div className={classes.acts}>
        <Opener text={t('loyalty.pays.seeSpenders')} shown={spenders.length} count={people}>
          <Spenders pays={data} />
        </Opener>
        <Opener
          text={t('loyalty.pays.seeCompared')}
          shown={compared.rows.length}
          count={compared.alike}
        >
          <Compared pays={data} />
        </Opener>
      </div>
    </Card>
  );
}
