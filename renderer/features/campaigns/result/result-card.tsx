import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Card } from '#renderer/components/card.tsx';
import { CellLink, type DataColumn, DataTable } from '#renderer/components/chart/data-table.tsx';
import { Money } from '#renderer/components/figures.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import type { CampaignRow } from '#shared/contract/campaigns/shapes.ts';
import type { Output } from '#shared/contract/index.ts';
import classes from '../campaigns.module.css';
import { MembersDialog } from '../members-dialog.tsx';
import { isHeldBack, useResultText } from './use-result-text.ts';

type Result = Output<'campaigns.result'>;
/** What can be opened here. */
type Behind = 'turned' | 'heldTurned' | 'bought' | 'heldBought' | 'answered';

interface Props {
  readonly row: CampaignRow;
  readonly result: Result;
}

interface Group {
  readonly key: 'written' | 'held';
  readonly people: number;
  readonly buyers: number;
  readonly revenueMinor: number;
}

const behind = {
  written: ['turned', 'bought'],
  held: ['heldTurned', 'heldBought'],
} as const;

function useColumns(onOpen: (of: Behind) => void): DataColumn<Group>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = (count: number, of: Behind) =>
    count === 0 ? (
      format.number(0)
    ) : (
      <CellLink
        label={t('campaigns.seeWho', { what: t(`campaigns.result.of.${of}`), count })}
        onClick={() => onOpen(of)}
      >
        {format.number(count)}
      </CellLink>
    );
  return [
    { title: t('campaigns.result.group'), cell: ({ key }) => t(`campaigns.result.${key}`) },
    {
      title: t('campaigns.result.people'),
      isNumber: true,
      cell: ({ key, people }) => figure(people, behind[key][0]),
    },
    {
      title: t('campaigns.result.bought'),
      isNumber: true,
      cell: ({ key, buyers }) => figure(buyers, behind[key][1]),
    },
    {
      title: t('campaigns.result.share'),
      isNumber: true,
      cell: ({ people, buyers }) => (people === 0 ? null : format.percent(buyers / people, 1)),
    },
    {
      title: t('campaigns.revenue'),
      isNumber: true,
      cell: ({ revenueMinor }) => <Money minor={revenueMinor} />,
    },
  ];
}

/** How many of those contacted turned to the shop. */
function Answered({ result, onOpen }: { readonly result: Result; onOpen(): void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { answered, sent } = result.written;
  const said = t('campaigns.result.answered', { count: answered, sent: format.number(sent) });
  return <p>{answered === 0 ? said : <CellLink onClick={onOpen}>{said}</CellLink>}</p>;
}

/** What came of it in sentences, the figures behind them, and who they are. */
export function ResultCard({ row, result }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Behind | null>(null);
  const columns = useColumns(setOpen);
  const { finding, more } = useResultText(row, result);
  const { written, held, marginPercent } = result;
  const groups: Group[] = [
    { key: 'written', ...written },
    ...(held.people === 0 ? [] : [{ key: 'held' as const, ...held }]),
  ];
  const isAfter = held.people === 0 && !isHeldBack(row);
  return (
    <Card title={t(isAfter ? 'campaigns.result.after' : 'campaigns.result.effect')} ruled>
      <div className={classes.turn}>
        <p role="status">
          <b>{finding}</b>
        </p>
        {more.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {marginPercent === null && held.people > 0 && (
          <p>
            <Link href="/settings?part=worth">{t('campaigns.result.noMargin')}</Link>
          </p>
        )}
        <DataTable
          label={t('campaigns.result.title')}
          rows={groups}
          keyOf={({ key }) => key}
          columns={columns}
        />
        <Answered result={result} onOpen={() => setOpen('answered')} />
      </div>
      {open !== null && (
        <MembersDialog
          id={row.id}
          of={open}
          what={t(`campaigns.result.of.${open}`)}
          onClose={() => setOpen(null)}
        />
      )}
    </Card>
  );
}
