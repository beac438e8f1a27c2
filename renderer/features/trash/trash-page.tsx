import { Button } from '@mantine/core';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ListCard, ListPage } from '#renderer/components/list/list-page.tsx';
import { useSelection } from '#renderer/components/list/use-selection.ts';
import { VirtualGrid } from '#renderer/components/list/virtual-grid.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { ProgressLine } from '#renderer/components/progress-line.tsx';
import type { TrashRow } from '#shared/contract/trash/trash.ts';
import { useTrashColumns } from './columns.ts';
import { TrashFilters } from './filter-bar.tsx';
import { KeptDialog } from './kept-dialog.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { ThingDialog } from './thing-dialog.tsx';
import classes from './trash.module.css';
import { type Restore, useRestore } from './use-restore.ts';
import { type ListedTrash, type Trash, useTrash } from './use-trash.ts';

const ROW_REM = 3;

function Nothing({ trash }: { readonly trash: Trash }) {
  const { t } = useTranslation();
  const { choice } = trash;
  if (choice.isAll)
    return <EmptyState title={t('trash.empty.title')} text={t('trash.empty.text')} />;
  return (
    <EmptyState title={t('trash.empty.nothingTitle')} text={t('trash.empty.nothingText')}>
      <Button onClick={() => choice.showOnly({})}>{t('trash.filter.clear')}</Button>
    </EmptyState>
  );
}

/** All that the filter leaves, put back at once; while that runs, how far it is and a way to stop it. */
function AllActions({ trash, restore }: { readonly trash: Trash; readonly restore: Restore }) {
  const { t } = useTranslation();
  const { task } = restore;
  if (task.isRunning)
    return (
      <div className={classes.work}>
        <ProgressLine progress={task.progress} label={t('trash.restoring')} />
        <Button onClick={task.cancel}>{t('trash.cancel')}</Button>
      </div>
    );
  if (trash.pages.rows.length === 0) return null;
  return (
    <Button onClick={() => void restore.run({ filter: trash.choice.filter })}>
      {t('trash.restoreAll')}
    </Button>
  );
}

/** What is picked and opened, and what is done with it. */
function useChosen(restore: Restore, list: RefObject<HTMLDivElement | null>) {
  const selection = useSelection<ListedTrash>();
  const [opened, setOpened] = useState<TrashRow | null>(null);
  const clear = () => {
    selection.clear();
    list.current?.focus();
  };
  const restoreThese = async (things: readonly TrashRow[]) => {
    const keys = things.map(({ kind, id }) => ({ kind, id }));
    if (await restore.run({ keys })) clear();
    setOpened(null);
  };
  const picked = [...selection.picked.values()].map(({ thing }) => thing);
  return { selection, opened, setOpened, clear, restoreThese, picked };
}

type Chosen = ReturnType<typeof useChosen>;

interface ListProps {
  readonly trash: Trash;
  readonly chosen: Chosen;
  readonly isRunning: boolean;
  readonly list: RefObject<HTMLDivElement | null>;
}

function TrashList({ trash, chosen, isRunning, list }: ListProps) {
  const { t } = useTranslation();
  const columns = useTrashColumns();
  const { choice, pages, count } = trash;
  const { picked, restoreThese, clear, selection, setOpened } = chosen;
  return (
    <ListCard
      pages={pages}
      nothing={<Nothing trash={trash} />}
      foot={
        picked.length > 0 && (
          <SelectionBar
            count={picked.length}
            isRunning={isRunning}
            onRestore={() => void restoreThese(picked)}
            onClear={clear}
          />
        )
      }
    >
      <VirtualGrid
        name="trash"
        label={t('trash.list')}
        shows={choice.address}
        pages={pages}
        counted={count}
        rowRem={ROW_REM}
        columns={columns}
        selection={selection}
        focusRef={list}
        onOpen={({ thing }) => setOpened(thing)}
      />
    </ListCard>
  );
}

/** Everything that was deleted, in one place, and the way back. */
export function TrashPage() {
  const { t } = useTranslation();
  const trash = useTrash();
  const restore = useRestore();
  const list = useRef<HTMLDivElement>(null);
  const chosen = useChosen(restore, list);
  const { opened, setOpened, restoreThese } = chosen;
  const { choice, pages } = trash;
  const { isRunning } = restore.task;
  return (
    <ListPage>
      <PageHeader
        title={t('trash.title')}
        lead={t('trash.lead')}
        actions={<AllActions trash={trash} restore={restore} />}
      />
      {!(pages.isEmpty && choice.isAll) && <TrashFilters trash={trash} list={list} />}
      <TrashList {...{ trash, chosen, isRunning, list }} />
      {opened !== null && (
        <ThingDialog
          thing={opened}
          isRunning={isRunning}
          onRestore={() => void restoreThese([opened])}
          onClose={() => setOpened(null)}
        />
      )}
      {restore.kept !== null && <KeptDialog kept={restore.kept} onClose={restore.forget} />}
    </ListPage>
  );
}
