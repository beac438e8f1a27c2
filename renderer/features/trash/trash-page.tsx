import { Button } from '@mantine/core';
import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ListCard, ListPage } from '#renderer/components/list/list-page.tsx';
import { useSelection } from '#renderer/components/list/use-selection.ts';
import { VirtualGrid } from '#renderer/components/list/virtual-grid.tsx';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { ProgressLine } from '#renderer/components/running/progress-line.tsx';
import { useSettings } from '#renderer/data/settings.ts';
import type { TrashChoice, TrashRow } from '#shared/contract/trash/trash.ts';
import { useTrashColumns } from './columns.ts';
import { TrashFilters } from './filter-bar.tsx';
import { KeptDialog } from './kept-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
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

interface AllProps {
  readonly trash: Trash;
  readonly restore: Restore;
  onRemove(which: TrashChoice): void;
}

/** All that the filter leaves, put back or removed at once; while that runs, how far it is and a way to stop it. */
function AllActions({ trash, restore, onRemove }: AllProps) {
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
  const which = { filter: trash.choice.filter };
  return (
    <>
      <Button onClick={() => onRemove(which)}>{t('trash.remove.all')}</Button>
      <Button onClick={() => void restore.run(which)}>{t('trash.restoreAll')}</Button>
    </>
  );
}

/** What is picked and opened, and what is done with it. */
function useChosen(restore: Restore, list: RefObject<HTMLDivElement | null>) {
  const selection = useSelection<ListedTrash>();
  const [opened, setOpened] = useState<TrashRow | null>(null);
  const [removing, setRemoving] = useState<TrashChoice | null>(null);
  const clear = () => {
    selection.clear();
    list.current?.focus();
  };
  const restoreThese = async (things: readonly TrashRow[]) => {
    const keys = things.map(({ kind, id }) => ({ kind, id }));
    if (await restore.run({ keys })) clear();
    setOpened(null);
  };
  const removeThese = (things: readonly TrashRow[]) => {
    setOpened(null);
    setRemoving({ keys: things.map(({ kind, id }) => ({ kind, id })) });
  };
  const picked = [...selection.picked.values()].map(({ thing }) => thing);
  const opening = { opened, setOpened };
  return { selection, ...opening, removing, setRemoving, clear, restoreThese, removeThese, picked };
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
  const { picked, restoreThese, removeThese, clear, selection, setOpened } = chosen;
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
            onRemove={() => removeThese(picked)}
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

/** The dialogs over the list: one thing, what goes for good, and what could not come back. */
function Dialogs({ chosen, restore }: { readonly chosen: Chosen; readonly restore: Restore }) {
  const { opened, setOpened, removing, setRemoving, restoreThese, removeThese, clear } = chosen;
  return (
    <>
      {opened !== null && (
        <ThingDialog
          thing={opened}
          isRunning={restore.task.isRunning}
          onRestore={() => void restoreThese([opened])}
          onRemove={() => removeThese([opened])}
          onClose={() => setOpened(null)}
        />
      )}
      {removing !== null && (
        <RemoveDialog
          which={removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => {
            setRemoving(null);
            clear();
          }}
        />
      )}
      {restore.kept !== null && <KeptDialog kept={restore.kept} onClose={restore.forget} />}
    </>
  );
}

/** Everything that was deleted, in one place, and the way back. */
export function TrashPage() {
  const { t } = useTranslation();
  const { trashDays } = useSettings().settings;
  const trash = useTrash();
  const restore = useRestore();
  const list = useRef<HTMLDivElement>(null);
  const chosen = useChosen(restore, list);
  const { choice, pages } = trash;
  const { isRunning } = restore.task;
  return (
    <ListPage>
      <PageHeader
        title={t('trash.title')}
        lead={trashDays === null ? t('trash.lead') : t('trash.leadDays', { count: trashDays })}
        actions={<AllActions trash={trash} restore={restore} onRemove={chosen.setRemoving} />}
      />
      {!(pages.isEmpty && choice.isAll) && <TrashFilters trash={trash} list={list} />}
      <TrashList {...{ trash, chosen, isRunning, list }} />
      <Dialogs chosen={chosen} restore={restore} />
    </ListPage>
  );
}
