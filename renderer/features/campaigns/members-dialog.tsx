import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataColumn } from '#renderer/components/chart/data-table.tsx';
import { DateText, Money } from '#renderer/components/figures.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { CampaignPeople } from '#shared/contract/campaigns/shapes.ts';
import type { Output } from '#shared/contract/index.ts';
import type { CampaignId } from '#shared/ids.ts';
import { PeopleList } from './people-list.tsx';

const PAGE = 100;
const MOST = 500;

interface Props {
  readonly id: CampaignId;
  readonly of: CampaignPeople;
  /** What the figure counts that they are behind. */
  readonly what: string;
  onClose(): void;
}

type Row = Output<'campaigns.people'>['rows'][number];

function useColumns(of: CampaignPeople): DataColumn<Row>[] {
  const { t } = useTranslation();
  const why: DataColumn<Row> = {
    title: t('campaigns.whyOut'),
    cell: (row) => (row.why === null ? null : t(`campaigns.why.${row.why}`)),
  };
  if (of === 'out') return [why];
  const day = (title: string, dayOf: (row: Row) => string | null): DataColumn<Row> => ({
    title,
    cell: (row) => {
      const iso = dayOf(row);
      return iso === null ? null : <DateText iso={iso} short />;
    },
  });
  return [
    day(t('campaigns.turnDay'), ({ turnOn }) => turnOn),
    day(t('campaigns.boughtDay'), ({ boughtOn }) => boughtOn),
    {
      title: t('campaigns.revenue'),
      isNumber: true,
      cell: ({ revenueMinor }) => (revenueMinor === 0 ? null : <Money minor={revenueMinor} />),
    },
  ];
}

/** Who is behind a figure of a campaign. */
export function MembersDialog({ id, of, what, onClose }: Props) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(PAGE);
  const columns = useColumns(of);
  const { data } = useQuery('campaigns.people', { id, of, limit }, { keepPrevious: true });
  if (data === undefined) return null;
  return (
    <PeopleList
      title={t('campaigns.whoTitle', { what, count: data.count })}
      rows={data.rows}
      count={data.count}
      columns={columns}
      onMore={limit < MOST ? () => setLimit(Math.min(MOST, limit + PAGE)) : null}
      onClose={onClose}
    />
  );
}
