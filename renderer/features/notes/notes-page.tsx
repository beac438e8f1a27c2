import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '#renderer/base/lists.ts';
import { useGo } from '#renderer/base/routes.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ErrorState } from '#renderer/components/error-state.tsx';
import { FilterSummary } from '#renderer/components/list/filter-bar.tsx';
import { useFilter } from '#renderer/components/list/use-filter.ts';
import { NoteDialog } from '#renderer/components/notes/note-dialog.tsx';
import { NoteItem } from '#renderer/components/notes/note-item.tsx';
import classes from '#renderer/components/notes/notes.module.css';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { useQuery } from '#renderer/data/use-query.ts';
import type { Output } from '#shared/contract/index.ts';
import type { NoteRow } from '#shared/contract/notes/notes.ts';
import { type NoteChoice, NoteFilters } from './note-filters.tsx';

const PAGE = 100;
/** More than these are not drawn; that is said. */
const MOST = 500;

interface NothingProps {
  readonly choice: NoteChoice;
  readonly isEmpty: boolean;
  onAdd(): void;
}

function Nothing({ choice, isEmpty, onAdd }: NothingProps) {
  const { t } = useTranslation();
  if (isEmpty)
    return (
      <EmptyState title={t('notes.none')} text={t('notes.noneText')}>
        <Button variant="filled" onClick={onAdd}>
          {t('notes.add')}
        </Button>
      </EmptyState>
    );
  return (
    <EmptyState title={t('notes.nothing')} text={t('notes.nothingText')}>
      <Button onClick={() => choice.showOnly({})}>{t('notes.clear')}</Button>
    </EmptyState>
  );
}

interface RowsProps {
  readonly found: Output<'notes.list'>;
  readonly isStale: boolean;
  onMore(): void;
  onEdit(note: NoteRow): void;
}

function Rows({ found, isStale, onMore, onEdit }: RowsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, count } = found;
  const shown = { shown: format.number(rows.length), all: format.number(count) };
  return (
    <>
      <FilterSummary isStale={isStale}>
        {`${t('notes.shown', shown)}. ${t('notes.pinnedFirst')}`}
      </FilterSummary>
      <ul className={classes.list} aria-label={t('notes.list')}>
        {rows.map((note) => (
          <NoteItem key={note.id} note={note} heading="h2" onEdit={() => onEdit(note)} />
        ))}
      </ul>
      {rows.length < count && rows.length < MOST && (
        <Button onClick={onMore}>{t('notes.more')}</Button>
      )}
      {rows.length < count && rows.length >= MOST && <p>{t('notes.most', { count: MOST })}</p>}
    </>
  );
}

/** How the shop does things: what is pinned to customers, products and causes, and what holds for all. */
export function NotesPage() {
  const { t } = useTranslation();
  const go = useGo();
  const choice = useFilter(lists.notes);
  const [limit, setLimit] = useState(PAGE);
  const [open, setOpen] = useState<{ readonly note: NoteRow | null } | null>(null);
  const asked = { filter: choice.filter, limit };
  const { data, error, refetch, isPlaceholderData } = useQuery('notes.list', asked, {
    keepPrevious: true,
  });
  const isEmpty = data?.counts.all === 0;
  const add = () => setOpen({ note: null });
  return (
    <article>
      <PageHeader
        title={t('nav.notes')}
        lead={t('notes.lead')}
        actions={
          <>
            <Button onClick={() => go('handover')}>{t('handover.make')}</Button>
            {!isEmpty && (
              <Button
                variant="filled"
                leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
                onClick={add}
              >
                {t('notes.add')}
              </Button>
            )}
          </>
        }
      />
      {error !== null && <ErrorState error={error.error} onRetry={() => void refetch()} />}
      {data !== undefined && !isEmpty && <NoteFilters choice={choice} counts={data.counts} />}
      {data?.count === 0 && <Nothing choice={choice} isEmpty={isEmpty} onAdd={add} />}
      {data !== undefined && data.count > 0 && (
        <Rows
          found={data}
          isStale={isPlaceholderData}
          onMore={() => setLimit(Math.min(MOST, limit + PAGE))}
          onEdit={(note) => setOpen({ note })}
        />
      )}
      {open !== null && <NoteDialog note={open.note} onClose={() => setOpen(null)} />}
    </article>
  );
}
