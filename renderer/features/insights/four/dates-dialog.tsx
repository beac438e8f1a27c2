import { Modal, Select, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import { DataTable } from '#renderer/components/chart/data-table.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { DateText } from '#renderer/components/figures.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import { keptHow } from '#shared/contract/follow-ups.ts';
import type { Output } from '#shared/contract/index.ts';

const choices = ['all', ...keptHow] as const;
type Choice = (typeof choices)[number];

interface Props {
  readonly days: { readonly from: string; readonly to: string };
  onClose(): void;
}

function Dates({ data }: { readonly data: Output<'followUps.kept'> }) {
  const { t } = useTranslation();
  const { count, rows } = data;
  return (
    <>
      <p>
        {t('insights.four.dates.count', { count })}{' '}
        {rows.length < count && t('insights.four.dates.capped', { shown: rows.length, count })}
      </p>
      {rows.length > 0 && (
        <DataTable
          label={t('insights.four.seeRelationship')}
          rows={rows}
          keyOf={(row) => String(row.id)}
          columns={[
            {
              title: t('insights.four.dates.customer'),
              cell: (row) => (
                <Link href={addressOf({ customer: row.customerId })}>
                  {row.name === '' ? t('customers.noName') : row.name}
                </Link>
              ),
            },
            {
              title: t('insights.four.dates.due'),
              cell: (row) => <DateText iso={row.firstDueOn} short />,
            },
            {
              title: t('insights.four.dates.done'),
              cell: (row) =>
                row.doneOn === null ? (
                  t('insights.four.dates.open')
                ) : (
                  <DateText iso={row.doneOn} short />
                ),
            },
          ]}
        />
      )}
    </>
  );
}

/** The contact dates of a time, by what became of them. */
export function DatesDialog({ days, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const [how, setHow] = useState<Choice>('all');
  const { data, error, refetch } = useQuery('followUps.kept', { ...days, how });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('insights.four.dates.title', {
        from: format.date(days.from, true),
        to: format.date(days.to, true),
      })}
    >
      <Select
        label={t('insights.four.dates.show')}
        data={choices.map((value) => ({ value, label: t(`insights.four.dates.${value}`) }))}
        mb="md"
        value={how}
        allowDeselect={false}
        onChange={(value) => setHow((value ?? 'all') as Choice)}
      />
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton h="6rem" mt="md" aria-busy="true" />}
      {data !== undefined && <Dates data={data} />}
    </Modal>
  );
}
