import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressOf } from '#renderer/base/routes.ts';
import type { DataColumn } from '#renderer/components/chart/data-table.tsx';
import { DateText, Money } from '#renderer/components/figures.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { BehindAfter } from '#shared/contract/campaigns/standing-after.ts';
import type { Input, Output } from '#shared/contract/index.ts';
import { PeopleList } from '../people-list.tsx';

const PAGE = 100;
const MOST = 500;

type Row = Output<'standing.afterRows'>['rows'][number];

interface Props {
  readonly asked: Input<'standing.after'>;
  readonly of: BehindAfter;
  onClose(): void;
}

/** Who was contacted, who of them bought and what, each leading to the sale. */
export function AfterDialog({ asked, of, onClose }: Props) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(PAGE);
  const { data } = useQuery('standing.afterRows', { ...asked, of, limit }, { keepPrevious: true });
  if (data === undefined) return null;
  const said: DataColumn<Row> = {
    title: t('standing.after.said'),
    cell: ({ saidOn }) => <DateText iso={saidOn} short />,
  };
  const isOneSale = of === 'sales';
  const sold: DataColumn<Row>[] = [
    {
      title: t(isOneSale ? 'standing.after.sold' : 'standing.after.firstSold'),
      cell: ({ saleId, soldOn, isReturn }) =>
        saleId === null || soldOn === null ? null : (
          <Link href={addressOf({ sale: saleId })} onClick={onClose}>
            {isReturn && `${t('standing.after.return')} `}
            <DateText iso={soldOn} short />
          </Link>
        ),
    },
    {
      title: t(isOneSale ? 'campaigns.revenue' : 'standing.after.revenueInDays'),
      isNumber: true,
      cell: ({ revenueMinor, saleId }) =>
        saleId === null && revenueMinor === 0 ? null : <Money minor={revenueMinor} />,
    },
  ];
  const what = t(`standing.after.${of === 'open' ? 'openSeen' : of}`);
  return (
    <PeopleList
      title={t('campaigns.whoTitle', { what, count: data.count })}
      rows={data.rows}
      count={data.count}
      keyOf={({ customerId, saidOn, saleId }) => `${customerId} ${saidOn} ${saleId}`}
      // Whose days are not over are there for their message.
      columns={of === 'open' ? [said] : [said, ...sold]}
      onMore={limit < MOST ? () => setLimit(Math.min(MOST, limit + PAGE)) : null}
      onClose={onClose}
    />
  );
}
