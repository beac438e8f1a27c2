import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DataColumn } from '#renderer/components/chart/data-table.tsx';
import { DateText } from '#renderer/components/figures.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { StandingRow } from '#shared/contract/campaigns/standing.ts';
import type { Output } from '#shared/contract/index.ts';
import { PeopleList } from '../people-list.tsx';

const PAGE = 100;
const MOST = 500;

type Row = Output<'standing.turns'>['rows'][number];

interface Props {
  readonly row: StandingRow;
  onClose(): void;
}

/** Who had a turn by a standing campaign, for which day, and what it came to. */
export function TurnsDialog({ row, onClose }: Props) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(PAGE);
  const { data } = useQuery('standing.turns', { id: row.id, limit }, { keepPrevious: true });
  if (data === undefined) return null;
  const columns: DataColumn<Row>[] = [
    { title: t('standing.occasionDay'), cell: ({ on }) => <DateText iso={on} short /> },
    { title: t('campaigns.turnDay'), cell: ({ decidedOn }) => <DateText iso={decidedOn} short /> },
    { title: t('standing.cameTo'), cell: ({ state }) => t(`campaigns.turn.${state}`) },
  ];
  return (
    <PeopleList
      title={t('campaigns.whoTitle', { what: row.facts.name, count: data.count })}
      rows={data.rows}
      count={data.count}
      columns={columns}
      onMore={limit < MOST ? () => setLimit(Math.min(MOST, limit + PAGE)) : null}
      onClose={onClose}
    />
  );
}
