import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lists } from '#renderer/base/lists.ts';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { ListRows } from '#renderer/components/list/list-rows.tsx';
import { type FilterChoice, useFilter } from '#renderer/components/list/use-filter.ts';
import { PageHeader } from '#renderer/components/page-header.tsx';
import { useFormat } from '#renderer/components/use-format.ts';
import { usePages } from '#renderer/data/use-pages.ts';
import type { DeedEntry, HistoryFilter } from '#shared/contract/history.ts';
import { ChangeFilters } from './change-filters.tsx';
import { DeedRow } from './deed-row.tsx';
import classes from './history.module.css';

const NEXT_PAGE = 50;

interface Choice {
  readonly choice: FilterChoice<HistoryFilter>;
}

function Nothing({ choice }: Choice) {
  const { t } = useTranslation();
  if (choice.isAll)
    return <EmptyState title={t('history.page.emptyTitle')} text={t('history.page.emptyText')} />;
  return (
    <EmptyState title={t('history.page.nothingTitle')} text={t('history.page.nothingText')}>
      <Button onClick={() => choice.showOnly({})}>{t('history.page.clear')}</Button>
    </EmptyState>
  );
}

interface Day {
  readonly day: string;
  readonly entries: DeedEntry[];
}

/** Deeds that follow each other on one day stand together. */
function byDay(entries: readonly DeedEntry[], dayOf: (at: string) => string): readonly Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

function Days({ entries }: { readonly entries: readonly DeedEntry[] }) {
  const format = useFormat();
  return byDay(entries, format.dayOf).map(({ day, entries: ofDay }) => (
    <section key={day} className={classes.day} aria-label={format.weekday(day)}>
      <h2>{format.weekday(day)}</h2>
      <ol className={classes.list}>
        {ofDay.map((entry) => (
          <DeedRow key={entry.id} entry={entry} />
        ))}
      </ol>
    </section>
  ));
}

/** Everything that was done, day by day; each deed opens to its changes and can be undone. */
export function ChangesPage() {
  const { t } = useTranslation();
  const choice = useFilter(lists.changes);
  const pages = usePages('history.list', { filter: choice.filter }, NEXT_PAGE);
  return (
    <article>
      <PageHeader title={t('history.page.title')} lead={t('history.page.lead')} />
      {!(pages.isEmpty && choice.isAll) && <ChangeFilters choice={choice} />}
      <div className={classes.days}>
        <ListRows
          pages={pages}
          nothing={<Nothing choice={choice} />}
          more={
            <Button loading={pages.isLoadingMore} onClick={pages.loadMore}>
              {t('history.older')}
            </Button>
          }
        >
          <Days entries={pages.rows} />
        </ListRows>
      </div>
    </article>
  );
}
