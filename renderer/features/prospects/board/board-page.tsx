import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import { routes } from '#renderer/base/routes.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { ListPage } from '#renderer/components/list/list-page.tsx';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { ProspectRow } from '#shared/contract/prospects/prospects.ts';
import { customerId } from '#shared/ids.ts';
import { ProspectDialog } from '../facts/prospect-dialog.tsx';
import { useMove } from '../moving/use-move.tsx';
import { ProspectsHead } from '../prospects-head.tsx';
import classes from './board.module.css';
import { BoardSummary } from './board-summary.tsx';
import { StageColumn } from './stage-column.tsx';
import { useBoardKeys } from './use-board-keys.ts';

interface BoardProps {
  readonly board: Output<'prospects.board'>;
  onEdit(row: ProspectRow): void;
}

/** The stages side by side; a card is moved with the mouse, the keyboard or its menu. */
function Board({ board, onEdit }: BoardProps) {
  const { t } = useTranslation();
  const moving = useMove();
  const { ref, onKeyDown } = useBoardKeys(board, moving);
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links inside */}
      <div ref={ref} className={classes.board} onKeyDown={onKeyDown}>
        {board.stages.map((one) => (
          <StageColumn
            key={one.stage}
            stage={one}
            endedFrom={board.endedFrom}
            all={board.stages}
            moving={moving}
            onEdit={onEdit}
          />
        ))}
      </div>
      <p className={classes.keys}>{t('prospects.keys')}</p>
      {moving.dialog}
    </>
  );
}

/** Of whom a new prospect is to be written down, where the address says so. */
function useNewFor() {
  const given = customerId.safeParse(Number(new URLSearchParams(useSearch()).get('new'))).data;
  const [, navigate] = useLocation();
  const { data } = useQuery(
    'customers.get',
    { id: given ?? customerId.parse(1) },
    { enabled: given !== undefined },
  );
  const customer =
    given === undefined || data === undefined ? null : { id: given, name: data.facts.name };
  return { customer, clear: () => navigate(routes.prospects, { replace: true }) };
}

/** Who may buy, stage by stage. */
export function BoardPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery('prospects.board', {});
  const { customer, clear } = useNewFor();
  const [isNew, setNew] = useState(false);
  const [edited, setEdited] = useState<ProspectRow | null>(null);
  const open = () => setNew(true);
  const close = () => {
    setNew(false);
    setEdited(null);
    if (customer !== null) clear();
  };
  const isEmpty = data?.stages.every(({ count, left }) => count === 0 && left === 0) === true;
  return (
    <ListPage>
      <ProspectsHead view="board" onNew={open} />
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      {isEmpty && (
        <EmptyState title={t('prospects.empty.title')} text={t('prospects.empty.text')}>
          <Button variant="filled" onClick={open}>
            {t('prospects.new')}
          </Button>
        </EmptyState>
      )}
      {data !== undefined && !isEmpty && (
        <>
          <BoardSummary board={data} />
          <Board board={data} onEdit={setEdited} />
        </>
      )}
      {(isNew || customer !== null) && (
        <ProspectDialog key={customer?.id} row={null} customer={customer} onClose={close} />
      )}
      {edited !== null && <ProspectDialog row={edited} onClose={close} />}
    </ListPage>
  );
}
